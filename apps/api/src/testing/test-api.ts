import { memoryStorage } from '@faultline/adapter-memory';
import type { Storage } from '@faultline/pipeline';
import { createLogger } from '@faultline/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../create-app.js';
import { joinPipeline, type Pipeline } from '../pipeline.js';

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
  const pipeline = joinPipeline(storage, null, logger);
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
