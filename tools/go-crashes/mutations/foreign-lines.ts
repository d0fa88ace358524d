import type { Random } from '../../forged-tokens/random.mjs';
import { onRows, type ContentMutation } from './mutation.js';

const two = (n: number): string => String(n).padStart(2, '0');
const address = (random: Random): string => `203.0.113.${random.int(1, 254)}`;
const path = (random: Random): string =>
  random.pick([
    '/v1/orders',
    '/healthz',
    '/api/items/7?q=a%20b',
    '/metrics',
    '/login',
    '/static/app.4f2a.js',
  ]);

/** Lines as access logs and loggers write them; none is a row of a dump. */
export const loggers: Readonly<Record<string, (random: Random) => string>> = {
  nginx: (random) =>
    `${address(random)} - - [26/Nov/2026:02:${two(random.int(0, 59))}:11 +0000] "GET ${path(random)} HTTP/1.1" ${random.pick([200, 204, 404, 502])} ${random.int(0, 90_000)} "-" "curl/8.5.0"`,
  json: (random) =>
    JSON.stringify({
      level: 'info',
      ts: 1795658471.5 + random.unit(),
      caller: 'http/access.go:61',
      msg: 'request',
      path: path(random),
      status: 200,
      took: '1.2ms',
    }),
  logfmt: (random) =>
    `time=2026-11-26T02:14:${two(random.int(0, 59))}.417Z level=INFO msg="request served" method=GET path=${path(random)} status=200 goroutine=12`,
  goLog: (random) =>
    `2026/11/26 02:14:${two(random.int(0, 59))} main.go:42: GET ${path(random)} from ${address(random)}`,
  klog: (random) =>
    `I1126 02:14:${two(random.int(0, 59))}.101442       1 reflector.go:351] Caches populated for *v1.Pod from pkg/watch.go:140`,
  gin: (random) =>
    `[GIN] 2026/11/26 - 02:14:${two(random.int(0, 59))} | 200 |     412.7µs |    ${address(random)} | GET      "${path(random)}"`,
  java: () =>
    '2026-11-26 02:14:07.993  INFO 7 --- [nio-8080-exec-3] c.a.shop.OrderController : order 4711 created',
  python: (random) =>
    `INFO:     ${address(random)}:${random.int(30_000, 60_000)} - "POST ${path(random)} HTTP/1.1" 201 Created`,
  envoy: (random) =>
    `[2026-11-26T02:14:07.120Z] "GET ${path(random)} HTTP/2" 200 - via_upstream - "-" 0 512 3 2 "-" "Go-http-client/2.0" "0b1c" "orders:8080" "10.0.3.7:8080"`,
};

/** Other writers of the same stream, between the rows of the dump. */
export const foreignLines: readonly ContentMutation[] = [
  ...Object.entries(loggers).map(([name, line]) =>
    onRows(`foreign lines: ${name}`, true, (rows, random) =>
      rows.flatMap((row) =>
        random.chance(0.15) ? [{ text: line(random), part: 'other' as const }, row] : [row],
      ),
    ),
  ),
  onRows('foreign lines: all', true, (rows, random) =>
    rows.flatMap((row) => {
      const lines = random.chance(0.3) ? random.int(1, 3) : 0;
      const foreign = Array.from({ length: lines }, () => random.pick(Object.values(loggers))(random));
      return [...foreign.map((text) => ({ text, part: 'other' as const })), row];
    }),
  ),
  onRows('a log around the dump', true, (rows, random) => {
    const line = () => ({ text: random.pick(Object.values(loggers))(random), part: 'other' as const });
    return [
      ...Array.from({ length: random.int(3, 40) }, line),
      ...rows,
      ...Array.from({ length: random.int(1, 20) }, line),
    ];
  }),
];
