// The event log on PostgreSQL against COPY of the same rows into a table with the same indexes: `node bench/postgres/run.mjs [events] [rounds]`.
// COPY reads a file on the server's own disk: no client, no protocol, no JSON. It is the most that this server could take.
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPostgresStorage, startEmbeddedServer } from '@faultline/adapter-postgres';
import pg from 'pg';

const events = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 3);
const BATCH = 5_000;

function eventOf(n) {
  const id = createHash('sha256').update(String(n)).digest('hex').slice(0, 32);
  return {
    id,
    atUs: 1_750_000_000_000_000 + n * 1_000,
    observedAtUs: null,
    clock: null,
    dataset: 'bench.access',
    record: { path: 'kafka://faultline.raw.auth/0', line: n + 1, offset: n, length: 500 },
    kind: 'http.access',
    service: `service-${n % 40}`,
    environment: 'prod',
    sourceIp: `10.0.${n % 256}.${(n >> 8) % 256}`,
    method: 'GET',
    status: n % 50 === 0 ? 401 : 200,
    domain: 'api.example.com',
    path: `/v1/items/${n % 1_000}`,
    userAgent: 'okhttp/4.12.0',
    traceId: id,
  };
}

const rows = Array.from({ length: events }, (_, n) => eventOf(n));
const copyText = rows
  .map((event) =>
    [event.id, event.atUs, event.kind, JSON.stringify(event).replaceAll('\\', '\\\\')].join('\t'),
  )
  .join('\n');
const folder = mkdtempSync(path.join(tmpdir(), 'faultline-bench-'));
chmodSync(folder, 0o755);
const copyFile = path.join(folder, 'events.tsv');
writeFileSync(copyFile, `${copyText}\n`, { mode: 0o644 });

const server = await startEmbeddedServer(path.join(folder, 'data'));
const storage = await openPostgresStorage(server.url);
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query('CREATE TABLE faultline.event_copy (LIKE faultline.event INCLUDING ALL)');
const { rows: versions } = await client.query('SHOW server_version');

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
async function ours() {
  await client.query('TRUNCATE faultline.event');
  // As records are taken in: the next batch is made while the one before is being stored.
  return timed(async () => {
    let storing = Promise.resolve();
    for (let at = 0; at < rows.length; at += BATCH) {
      const before = storing;
      storing = storage.log.append(rows.slice(at, at + BATCH));
      await before;
    }
    await storing;
  });
}
async function copy() {
  await client.query('TRUNCATE faultline.event_copy');
  return timed(() => client.query(`COPY faultline.event_copy (id, at_us, kind, body) FROM '${copyFile}'`));
}

const times = { ours: [], copy: [] };
for (let round = 0; round < rounds; round++) {
  times.ours.push(await ours());
  times.copy.push(await copy());
  times.copy.push(await copy());
  times.ours.push(await ours());
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const result = {
  events,
  bytes: copyText.length,
  data: createHash('sha256').update(copyText).digest('hex').slice(0, 16),
  node: process.version,
  postgres: versions[0].server_version,
  appendMs: Math.round(median(times.ours)),
  copyMs: Math.round(median(times.copy)),
  eventsPerSecond: Math.round((events / median(times.ours)) * 1_000),
  // 1 would be as fast as COPY.
  ratio: Number((median(times.copy) / median(times.ours)).toFixed(2)),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
await client.end();
await storage.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
