import type { SentRecord } from './topic-sender.js';

const start = 1_750_000_000_000_000;
/** One in so many is no record at all, and must end as a dead letter. */
const BROKEN_EVERY = 100;

/**
 * Records that flow while things break, of three kinds: ready links, processes of many hosts (ECS), and rubbish. Each good one draws a link of its own, so a record
 * that is lost or counted twice changes the graph.
 */
export function recordOf(n: number): SentRecord & { readonly good: boolean } {
  const source = `shipper-${n % 16}`;
  if (n % BROKEN_EVERY === 7) return { value: `{"broken": ${n}, "half": "of a rec`, source, good: false };
  return { value: n % 3 === 0 ? processStart(n) : readyLink(n), source, good: true };
}

function readyLink(n: number): string {
  return JSON.stringify({
    schema: 'faultline.link/1',
    from: { kind: 'user', key: `u${n % 3_000}` },
    to: { kind: 'service', key: `s${n % 40}` },
    atUs: start + n * 1_000,
    kind: 'login',
    evidence: [`ticket ${n}`],
  });
}

function processStart(n: number): string {
  const host = `host-${n % 200}`;
  return JSON.stringify({
    '@timestamp': new Date((start + n * 1_000) / 1_000).toISOString(),
    event: { kind: 'event', category: ['process'], type: ['start'], dataset: 'sensor.process' },
    host: { name: host },
    process: {
      entity_id: `${host}-${n}`,
      pid: n,
      executable: `/usr/bin/tool-${n % 30}`,
      parent: { entity_id: `${host}-root`, pid: 1, executable: '/sbin/init' },
    },
  });
}
