import { listenFailure } from './listen-failure.js';
import type { OperationsOptions } from './operations-options.js';

export interface OperationsServerOptions extends OperationsOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface OperationsServer {
  /** `http://HOST:PORT` with the port that was really taken. */
  readonly address: string;
  /** Ends what is open and stops listening. */
  close(): Promise<void>;
}

/**
 * `/health/live`, `/health/ready` and `/metrics` for a process that has no API. Listening means that they answer. Throws FL_PORT_IN_USE, or
 * FL_CONFIG_INVALID where host or port cannot be used.
 */
export async function startOperationsServer({
  host,
  port,
  ...options
}: OperationsServerOptions): Promise<OperationsServer> {
  const { nestOperationsApp } = await import('./nest-operations-app.js');
  const app = await nestOperationsApp(options);
  try {
    await app.listen(port, host);
  } catch (cause) {
    await app.close();
    throw listenFailure(cause, port, host);
  }
  return { address: await app.getUrl(), close: () => app.close() };
}
