import { memoryStorage } from '@faultline/adapter-memory';
import type { Storage } from '@faultline/pipeline';
import { createLogger } from '@faultline/platform';
import { installationOf } from '@faultline/runtime/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnalysisService } from '../analysis/analysis-service.js';
import { createApp } from '../create-app.js';
import { correlatorInThisThread, joinPipeline, type Pipeline } from '../pipeline.js';

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly pipeline: Pipeline;
  close(): Promise<void>;
}

export const BODY_BYTES_MAX = 1 << 20;

/** The real API on a storage of choice, analysing in this thread; reached with `app.inject`, no port needed. */
export async function testApi(
  storage: Storage = memoryStorage(),
  consoleFolder = '/nonexistent',
): Promise<TestApi> {
  const logger = createLogger('silent');
  const stores = installationOf(storage);
  const runner = correlatorInThisThread(stores);
  const analysis = new AnalysisService(stores, { runner, pollMs: null, logger, watchMs: 20 });
  const pipeline = joinPipeline(stores, analysis);
  await pipeline.analysis.start();
  const app = await createApp(
    pipeline,
    { host: '127.0.0.1', allowedHosts: ['faultline.example'], bodyBytesMax: BODY_BYTES_MAX, consoleFolder },
    logger,
  );
  return {
    app,
    pipeline,
    close: async () => {
      await pipeline.analysis.close();
      await app.close();
      await pipeline.close();
    },
  };
}
