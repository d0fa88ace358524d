// From a record in Kafka to an incident that the API shows, with a background of other records:
// `node bench/end-to-end/run.mjs [seconds] [records per second]`. Real Kafka, Neo4j and PostgreSQL and the three processes, all on this machine.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmbeddedServer } from '@faultline/adapter-postgres';
import { makeTopics } from '@faultline/runtime';
import { startKafka, startNeo4j } from '@faultline/test-servers';
import { Kafka, logLevel } from 'kafkajs';

const seconds = Number(process.argv[2] ?? 120);
const perSecond = Number(process.argv[3] ?? 500);
const PROBE_EVERY_MS = 4_000;
const ASK_MS = 100;
const root = fileURLToPath(new URL('../..', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'faultline-bench-'));
chmodSync(folder, 0o711);
const kafka = await startKafka({ optimise: 'throughput' });
const neo4j = await startNeo4j({ optimise: 'throughput' });
const database = await startEmbeddedServer(folder);
const env = {
  ...process.env,
  PORT: '0',
  DATABASE_URL: database.url,
  KAFKA_BROKERS: kafka.brokers.join(','),
  NEO4J_URL: neo4j.url,
  NEO4J_USER: neo4j.user,
  NEO4J_PASSWORD: neo4j.password,
};
await makeTopics(env, { partitions: 4, replicationFactor: 1 });
const children = [];

function start(role) {
  const child = spawn(process.execPath, [path.join(root, 'apps', role, 'dist/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((done, fail) => {
    let out = '';
    child.once('exit', (code) => fail(new Error(`${role} ended with ${code}`)));
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const [address] = /http:\/\/[\w.:]+/.exec(out) ?? [];
      if (address) done(address);
    });
  });
}
const [, , api] = await Promise.all([start('ingestor'), start('correlator'), start('api')]);

const client = new Kafka({ brokers: kafka.brokers, clientId: 'bench', logLevel: logLevel.NOTHING });
const producer = client.producer();
await producer.connect();

let sent = 0;
function access() {
  const n = sent++;
  return {
    value: JSON.stringify({
      '@timestamp': new Date().toISOString(),
      event: { kind: 'event', category: ['web'], type: ['access'], outcome: 'success' },
      service: { name: `service-${n % 20}`, environment: 'prod' },
      source: { ip: `10.1.${n % 200}.${n % 250}` },
      http: { request: { method: 'GET' }, response: { status_code: n % 97 === 0 ? 404 : 200 } },
      url: { domain: 'api.example.com', path: `/v1/items/${n % 500}` },
      user_agent: { original: 'okhttp/4.12.0' },
      trace: { id: n.toString(16).padStart(32, '0') },
    }),
  };
}
function alert(host) {
  return {
    value: JSON.stringify({
      '@timestamp': new Date().toISOString(),
      event: { kind: 'alert', category: ['malware'], severity: 90 },
      rule: { name: 'Malware found', id: 'bench-1' },
      host: { name: host },
    }),
  };
}

const send = (messages) => producer.send({ topic: 'faultline.raw.any', messages, acks: -1 });
let running = true;
async function background() {
  for (let due = performance.now(); running; due += 100) {
    await send(Array.from({ length: perSecond / 10 }, access));
    await sleep(Math.max(0, due + 100 - performance.now()));
  }
}
/** Host → when its alert was sent, for those that the API does not show yet. */
const waiting = new Map();
const times = [];
async function probe(n) {
  waiting.set(`probe-${n}`, performance.now());
  await send([alert(`probe-${n}`)]);
}
/** One reader for all probes, as one analyst with the page open. */
async function watch() {
  while (running || waiting.size > 0) {
    const answer = await (await fetch(`${api}/api/v1/incidents`)).text();
    for (const [host, startMs] of waiting) {
      if (!answer.includes(`"${host}"`)) continue;
      waiting.delete(host);
      times.push(performance.now() - startMs);
    }
    await sleep(ASK_MS);
  }
}

const flowing = background();
const watching = watch();
const until = performance.now() + seconds * 1_000;
for (let n = 0; performance.now() < until; n++) {
  await probe(n);
  await sleep(PROBE_EVERY_MS);
}
while (waiting.size > 0) await sleep(ASK_MS);
running = false;
await Promise.all([flowing, watching]);
times.sort((a, b) => a - b);
const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
const result = {
  seconds,
  perSecond,
  records: sent,
  probes: times.length,
  p50Ms: at(0.5),
  p95Ms: at(0.95),
  maxMs: at(1),
  targetP95Ms: 5_000,
  node: process.version,
  cpus: cpus().length,
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
await producer.disconnect();
for (const child of children) child.kill('SIGTERM');
await Promise.all([kafka.stop(), neo4j.stop(), database.stop()]);
rmSync(folder, { recursive: true, force: true });
process.exit(0);
