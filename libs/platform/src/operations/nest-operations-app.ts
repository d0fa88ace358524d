import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { nestOperationsModule } from './nest-operations.module.js';
import type { OperationsOptions } from './operations-options.js';

/** Probes are short: a connection on which nothing moves for this long is not one. */
const IDLE_MS = 10_000;
/** The paths of this server take no body; what comes with a request is not read beyond this. */
const BODY_BYTES_MAX = 1_024;

/** The HTTP server for probes and Prometheus, initialised and not yet listening. */
export async function nestOperationsApp(options: OperationsOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    connectionTimeout: IDLE_MS,
    requestTimeout: IDLE_MS,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(nestOperationsModule(options), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    done();
  });
  return app;
}
