import type { Recorders } from './recorders.js';

/** What Fastify knows of a request and its answer; structural, so that this file needs no Fastify. */
interface RequestSeen {
  readonly method: string;
  readonly routeOptions: { readonly url?: string | undefined };
}
interface ReplySeen {
  readonly statusCode: number;
  /** Milliseconds since the request came in. */
  readonly elapsedTime: number;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** `fastify.addHook('onResponse', observeRequest(metrics))`: the route by its template, since whoever asks chooses the path. */
export function observeRequest(metrics: Pick<Recorders, 'httpRequestSeconds'>) {
  return (request: RequestSeen, reply: ReplySeen, done: () => void): void => {
    const route = request.routeOptions.url ?? 'unmatched';
    const method = methods.has(request.method) ? request.method : 'other';
    metrics.httpRequestSeconds(route, method, reply.statusCode, reply.elapsedTime / 1_000);
    done();
  };
}
