import { FaultlineError } from '@faultline/model';
import { createLogger, loadConfig, type Logger } from '@faultline/platform';
import { configSchema } from './config.js';
import { createApp } from './create-app.js';
import { openPipeline, type Pipeline } from './pipeline.js';

export interface StartApiOptions {
  /** The environment; the only place where it is read is `loadConfig`. */
  readonly env: Readonly<Record<string, string | undefined>>;
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
  /** Stops taking requests, ends the streams, waits for what is being stored, then stops the database. */
  close(): Promise<void>;
}

/** Storage, analysis, API and console in this process. Throws a FaultlineError when the world does not let it. */
export async function startApi({ env, port, dataDir }: StartApiOptions): Promise<RunningApi> {
  const config = loadConfig(configSchema, env);
  const logger = createLogger(config.FAULTLINE_LOG_LEVEL);
  const host = config.FAULTLINE_HOST;
  const bodyBytesMax = config.FAULTLINE_BODY_BYTES_MAX;
  const pipeline = await openPipeline({
    dataDir: dataDir ?? config.FAULTLINE_DATA_DIR,
    databaseUrl: config.DATABASE_URL ?? null,
    logger,
  });
  try {
    const app = await createApp(
      pipeline,
      { host, allowedHosts: config.FAULTLINE_ALLOWED_HOSTS, bodyBytesMax },
      logger,
    );
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
      await pipeline.analysis.close();
      await app.close();
      await pipeline.close();
    };
    const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    return {
      address: `http://${shown.includes(':') ? `[${shown}]` : shown}:${taken}`,
      pipeline,
      logger,
      bodyBytesMax,
      close,
    };
  } catch (error) {
    await pipeline.close();
    throw error;
  }
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function listenFailure(cause: unknown, port: number, host: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is in use. Stop the other program, or choose another port, for instance PORT=${port + 1}.`;
    return new FaultlineError('FL_PORT_IN_USE', message, { cause });
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    const message = `Cannot listen on ${host}, port ${port} (${code}). Choose another PORT (1024 or above) or FAULTLINE_HOST.`;
    return new FaultlineError('FL_CONFIG_INVALID', message, { cause });
  }
  return cause;
}
