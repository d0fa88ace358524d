// Time and memory of one answer at a number of live events: `node --max-old-space-size=8192 bench/correlator/run.mjs [events] [mix]`.
// `mix`: host (processes, files and flows of 200 hosts), access (requests of 20 services with tokens now and then) or both (half each).
import { createHash } from 'node:crypto';
import { analyse } from '@faultline/pipeline';
import { compactGraph, keepOfIncidents } from '@faultline/graph';
import { createNormaliser } from '@faultline/normalise';

const count = Number(process.argv[2] ?? 1_000_000);
const mix = process.argv[3] ?? 'both';
const ROWS = Math.max(20_000, count * 0.02);
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const start = 1_750_000_000_000;

function host(n) {
  const name = `host-${n % 200}`;
  const process = {
    entity_id: `${name}-${n - (n % 5)}`,
    pid: n % 32_768,
    executable: `/usr/bin/tool-${n % 40}`,
  };
  const base = { '@timestamp': new Date(start + n).toISOString(), host: { name } };
  const event = (category, type) => ({
    kind: 'event',
    category: [category],
    type: [type],
    dataset: 'sensor',
  });
  if (n % 5 === 0)
    return {
      ...base,
      event: event('process', 'start'),
      process: { ...process, parent: { entity_id: `${name}-0`, pid: 1 } },
    };
  if (n % 5 === 1)
    return {
      ...base,
      event: event('network', 'connection'),
      process,
      source: { ip: `10.0.0.${n % 200}`, port: 1_024 + (n % 60_000) },
      destination: { ip: `10.9.0.${n % 30}`, port: 443 },
    };
  return { ...base, event: event('file', 'change'), process, file: { path: `/var/lib/app/${n % 5_000}` } };
}
function access(n) {
  return {
    '@timestamp': new Date(start + n).toISOString(),
    event: { kind: 'event', category: ['web'], type: ['access'], dataset: 'orders.access' },
    service: { name: `service-${n % 20}`, environment: 'prod' },
    source: { ip: `10.1.${n % 50}.${n % 250}` },
    http: { request: { method: 'GET' }, response: { status_code: 200 } },
    url: { path: `/v1/items/${n % 500}` },
    trace: { id: n.toString(16).padStart(32, '0') },
  };
}
const make = { host, access, both: (n) => (n % 2 === 0 ? host(n) : access(n)) }[mix];

const normaliser = createNormaliser();
const events = [];
for (let n = 0; n < count; n++) {
  const text = JSON.stringify(make(n));
  const record = {
    path: 'bench',
    line: n + 1,
    offset: n,
    length: text.length,
    id: sha256(text).slice(0, 32),
    text,
  };
  const result = normaliser.normalise(record);
  if (result.rejected !== undefined) throw new Error(result.rejected.reason);
  events.push(...result.events);
}
globalThis.gc?.();
const heapEvents = process.memoryUsage().heapUsed;
const began = performance.now();
const { analysis, graph } = analyse(events, { sha256, inputs: [], impacts: [], top: 10 });
const analysed = performance.now();
const snapshot = compactGraph(graph, { sha256, rowsMax: ROWS, keep: keepOfIncidents(analysis.incidents) });
const compacted = performance.now();
const walk = graph.from.byteLength + graph.to.byteLength;
process.stdout.write(
  `${JSON.stringify(
    {
      events: events.length,
      mix,
      node: process.version,
      links: graph.linkCount,
      entities: graph.entityCount,
      analyseMs: Math.round(analysed - began),
      eventsPerSecond: Math.round((events.length / (analysed - began)) * 1_000),
      compactMs: Math.round(compacted - analysed),
      detail: snapshot.detail,
      rows: snapshot.entities.length + snapshot.links.length,
      rowsPerHundredEvents: Number(
        (((snapshot.entities.length + snapshot.links.length) / events.length) * 100).toFixed(2),
      ),
      // What every sweep walks, and that with the times of the links.
      versionGraphBytesPerEvent: Number((walk / events.length).toFixed(2)),
      withTimesBytesPerEvent: Number(((walk + graph.atUs.byteLength) / events.length).toFixed(2)),
      eventHeapBytesPerEvent: Math.round(heapEvents / events.length),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    },
    null,
    2,
  )}\n`,
);
