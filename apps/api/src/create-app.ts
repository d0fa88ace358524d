import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { type Logger, type Metrics, observeRequest } from '@faultline/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { apiModule } from './api.module.js';
import { serveConsole } from './http/console-files.js';
import { openApiDocument } from './http/openapi.js';
import { guardRequest, type GuardOptions } from './http/request-guard.js';
import { dataHeaders } from './http/security-headers.js';
import type { Pipeline } from './pipeline.js';

export interface AppOptions extends GuardOptions {
  readonly bodyBytesMax: number;
  /** Where the built console is; the standard place when absent. */
  readonly consoleFolder?: string;
  /** Shown at /metrics; absent: nothing is counted. */
  readonly metrics?: Metrics;
}

/** A connection on which nothing moves for this long is closed; an upload may take as long as it likes while bytes come. */
const IDLE_MS = 120_000;
/** Longer than any entity reference. */
const PARAM_LENGTH_MAX = 1_024;
const consoleBuilt = fileURLToPath(new URL('../../console/dist', import.meta.url));

/** The HTTP side of a pipeline, initialised and not yet listening. */
export async function createApp(
  pipeline: Pipeline,
  options: AppOptions,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    connectionTimeout: IDLE_MS,
    // Uploads under way may end; streams end by themselves when the analysis service closes.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: PARAM_LENGTH_MAX },
  });
  const module = apiModule(pipeline, { bodyBytesMax: options.bodyBytesMax }, logger);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  // Bodies are records and go through as streams, whatever they call themselves.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(dataHeaders);
    guardRequest(request, options);
    done();
  });
  if (options.metrics) serveMetrics(fastify, options.metrics);
  serveConsole(fastify, options.consoleFolder ?? consoleBuilt);
  const document = openApiDocument(app);
  fastify.get('/api/v1/openapi.json', (_request, reply) => reply.send(document));
  await app.init();
  await fastify.ready();
  return app;
}

function serveMetrics(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', observeRequest(metrics));
  fastify.get('/metrics', async (_request, reply) => {
    void reply.header('content-type', metrics.contentType);
    return metrics.exposition();
  });
}
