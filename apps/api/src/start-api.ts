import { createLogger, createMetrics, listenFailure, loadConfig, type Logger } from '@faultline/platform';
import { ingestTopics, openTracing, serverSettings, type TopicIngestion } from '@faultline/runtime';
import { configSchema } from './config.js';
import { createApp } from './create-app.js';
import { openPipeline, type Pipeline } from './pipeline.js';

export interface StartApiOptions {
  /** The environment; the only place where it is read is `loadConfig`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `all-in-one`: ingests and correlates in this process too; `api`: others do, and this one answers questions. */
  readonly role: 'all-in-one' | 'api';
  /** Each overrules the environment. */
  readonly port?: number | undefined;
  readonly dataDir?: string | undefined;
}

export interface RunningApi {
  /** `http://127.0.0.1:PORT`, with the port that was really taken. */
  readonly address: string;
  readonly pipeline: Pipeline;
  readonly logger: Logger;
  readonly bodyBytesMax: number;
  /** Rejects when the reading of topics cannot go on, whatever is waited for. */
  readonly ended: Promise<void>;
  /** Stops taking requests, ends the streams, waits for what is being stored, then stops the database. */
  close(): Promise<void>;
}

/** Storage, analysis, API and console in this process. Throws a FaultlineError when the world does not let it. */
export async function startApi({ env, role, port, dataDir }: StartApiOptions): Promise<RunningApi> {
  const config = loadConfig(
    role === 'api' ? configSchema.required({ DATABASE_URL: true }) : configSchema,
    env,
  );
  const logger = createLogger(config.FAULTLINE_LOG_LEVEL);
  const [metrics, tracing] = await Promise.all([
    createMetrics(),
    openTracing(config, `faultline-${role}`, logger),
  ]);
  const host = config.FAULTLINE_HOST;
  const bodyBytesMax = config.FAULTLINE_BODY_BYTES_MAX;
  const pipeline = await openPipeline({
    dataDir: dataDir ?? config.FAULTLINE_DATA_DIR,
    databaseUrl: config.DATABASE_URL ?? null,
    servers: serverSettings(config, `faultline-${role}`),
    correlates: role === 'all-in-one',
    liveEventsMax: config.FAULTLINE_LIVE_EVENTS_MAX,
    metrics,
    tracing,
    logger,
    logLevel: config.FAULTLINE_LOG_LEVEL,
  });
  let ingestion: TopicIngestion | null = null;
  try {
    const app = await createApp(
      pipeline,
      { host, allowedHosts: config.FAULTLINE_ALLOWED_HOSTS, bodyBytesMax, metrics },
      logger,
    );
    const { kafka } = pipeline.storage;
    if (role === 'all-in-one' && kafka) ingestion = ingestTopics(kafka, { metrics, tracing, logger });
    const wanted = port ?? config.PORT;
    await app.listen(wanted, host).catch((cause: unknown) => {
      throw listenFailure(cause, wanted, host);
    });
    if (!isLocal(host))
      logger.warn(
        { host },
        'ServerReachableFromOutside: there is no log-in; whoever reaches the port can read everything',
      );
    const { port: taken } = new URL(await app.getUrl());
    const close = async () => {
      await ingestion?.stop();
      await pipeline.analysis.close();
      await app.close();
      await pipeline.close();
      await tracing.close();
    };
    const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    return {
      address: `http://${shown.includes(':') ? `[${shown}]` : shown}:${taken}`,
      pipeline,
      logger,
      bodyBytesMax,
      ended: ingestion?.ended ?? new Promise(() => undefined),
      close,
    };
  } catch (error) {
    await ingestion?.stop();
    await pipeline.close();
    await tracing.close();
    throw error;
  }
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
