// @ts-check
// Half an hour of three services of a made-up shop, as access lines in ECS. Two routes let anybody in; the others want a token.
import { stream } from '../forged-tokens/random.mjs';

/** @typedef {{ atMs: number, line: string }} Line */

export const startMs = Date.UTC(2026, 4, 12, 18, 0);
export const lengthMs = 30 * 60_000;
const routes = [
  { service: 'storefront', path: '/catalog/', open: true, weight: 5 },
  { service: 'storefront', path: '/baskets/', open: false, weight: 3 },
  { service: 'storefront', path: '/health', open: true, weight: 1 },
  { service: 'pricing', path: '/quotes/', open: false, weight: 2 },
  { service: 'mailer', path: '/templates/', open: false, weight: 1 },
];
const choices = routes.flatMap((route) => Array.from({ length: route.weight }, () => route));
const requestsPerSecond = 1.5;

/** @param {number} seed @param {(atMs: number, service: string) => boolean} isDown @returns {readonly Line[]} */
export function traffic(seed, isDown) {
  const random = stream(seed, 'traffic');
  /** @type {Line[]} */
  const lines = [];
  for (let atMs = startMs; atMs < startMs + lengthMs;) {
    atMs += Math.ceil((-Math.log(1 - random.unit()) * 1000) / requestsPerSecond);
    const route = choices[Math.floor(random.unit() * choices.length)];
    const [id, client, mood] = [random.unit(), random.unit(), random.unit()];
    if (route === undefined || isDown(atMs, route.service)) continue;
    lines.push({ atMs, line: accessLine(route, atMs, id, client, mood) });
  }
  return lines;
}

/** @param {typeof routes[number]} route @param {number} atMs @param {number} id @param {number} client @param {number} mood */
function accessLine({ service, path, open }, atMs, id, client, mood) {
  const forgot = !open && mood < 0.05;
  const user = `u-${Math.floor(client * 400)}`;
  return JSON.stringify({
    '@timestamp': new Date(atMs).toISOString(),
    event: { kind: 'event', category: ['web'], dataset: `${service}.access` },
    service: { name: service },
    source: { ip: `198.51.100.${String(1 + Math.floor(client * 250))}` },
    http: { request: { method: 'GET' }, response: { status_code: forgot ? 401 : 200 } },
    url: { path: path.endsWith('/') ? `${path}${String(1000 + Math.floor(id * 9000))}` : path },
    ...(open || forgot
      ? {}
      : {
          token: {
            iss: 'https://login.shop.example',
            kid: 'k-2026',
            jti: `${user}-${String(Math.floor(atMs / 600_000))}`,
            verified: true,
          },
        }),
  });
}
