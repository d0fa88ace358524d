import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute).default([]),
  events: z.array(z.unknown()).default([]),
  status: z.object({ code: z.number().optional(), message: z.string().optional() }),
});
// ExportTraceServiceRequest of OTLP 1, JSON encoding.
const request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});
export type ReceivedSpan = z.infer<typeof span>;

/** A collector that listens on 127.0.0.1 and keeps what it is sent. `answer` gives the status of each request, when it resolves. */
export async function otlpCollector(answer: () => Promise<number> = () => Promise.resolve(200)) {
  const spans: ReceivedSpan[] = [];
  const resources: z.infer<typeof attribute>[] = [];
  const paths = new Set<string>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    paths.add(`${incoming.method} ${incoming.url}`);
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { resourceSpans } = request.parse(JSON.parse(Buffer.concat(chunks).toString()));
      resources.push(...resourceSpans.flatMap(({ resource }) => resource.attributes));
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      void answer().then((status) =>
        outgoing.writeHead(status, { 'content-type': 'application/json' }).end('{}'),
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    resources,
    paths,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
