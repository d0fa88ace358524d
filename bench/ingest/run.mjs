// Raw topic ─▶ events with one and with two ingestor processes, against a process that only consumes and parses the same records:
// `node bench/ingest/run.mjs [records] [rounds]`. Everything on this machine, so the broker takes its share of the cores too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeTopics } from '@faultline/runtime';
import { startKafka } from '@faultline/test-servers';
import { Kafka, logLevel } from 'kafkajs';

const records = Number(process.argv[2] ?? 200_000);
const rounds = Number(process.argv[3] ?? 2);
const PARTITIONS = 4;
const TOPIC = 'faultline.raw.auth';
const GROUP = 'faultline.ingestor';
const root = fileURLToPath(new URL('../..', import.meta.url));

const kafka = await startKafka({ optimise: 'throughput' });
const env = { ...process.env, PORT: '0', KAFKA_BROKERS: kafka.brokers.join(',') };
await makeTopics(env, { partitions: PARTITIONS, replicationFactor: 1 });
const client = new Kafka({ brokers: kafka.brokers, clientId: 'bench', logLevel: logLevel.NOTHING });
const admin = client.admin();
await admin.connect();

function recordOf(n) {
  return JSON.stringify({
    '@timestamp': new Date(1_750_000_000_000 + n * 10).toISOString(),
    event: {
      kind: 'event',
      category: ['web'],
      type: ['access'],
      outcome: 'success',
      dataset: 'orders.access',
    },
    service: { name: `service-${n % 20}`, environment: 'prod' },
    source: { ip: `10.1.${n % 200}.${n % 250}` },
    http: {
      request: { method: 'GET' },
      response: { status_code: n % 97 === 0 ? 404 : 200, bytes: n % 9_000 },
    },
    url: { domain: 'api.example.com', path: `/v1/items/${n % 500}` },
    user_agent: { original: 'okhttp/4.12.0' },
    trace: { id: n.toString(16).padStart(32, '0') },
  });
}

const producer = client.producer();
await producer.connect();
const hash = createHash('sha256');
let bytes = 0;
for (let at = 0; at < records; at += 2_000) {
  const messages = Array.from({ length: Math.min(2_000, records - at) }, (_, i) => {
    const value = recordOf(at + i);
    hash.update(value);
    bytes += value.length;
    return { key: String(at + i), value };
  });
  await producer.send({ topic: TOPIC, messages, acks: -1 });
}
await producer.disconnect();

/** From the start of the processes to the commit of the last offset, without the time that a process needs to start. */
async function ingest(count) {
  const children = await Promise.all(Array.from({ length: count }, startIngestor));
  const start = performance.now();
  const cpu = children.map(cpuMs);
  const ends = new Map(
    (await admin.fetchTopicOffsets(TOPIC)).map((one) => [one.partition, Number(one.high)]),
  );
  for (;;) {
    const [found] = await admin.fetchOffsets({ groupId: GROUP, topics: [TOPIC] });
    if (found.partitions.every(({ partition, offset }) => Number(offset) >= (ends.get(partition) ?? 0)))
      break;
    await sleep(20);
  }
  const ms = performance.now() - start;
  const used = children.reduce((sum, child, at) => sum + cpuMs(child) - cpu[at], 0);
  for (const child of children) await end(child);
  await until(() => admin.deleteGroups([GROUP]));
  return { ms, cpu: used };
}

function startIngestor() {
  const main = path.join(root, 'apps/ingestor/dist/main.js');
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((done) => child.stdout.once('data', () => done(child)));
}
function end(child) {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  return gone;
}

/** Processor time of a process in milliseconds, from /proc (clock ticks of 10 ms). */
function cpuMs({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function until(work) {
  for (;;) {
    try {
      return await work();
    } catch {
      await sleep(200);
    }
  }
}

let groups = 0;
async function consumeAndParse() {
  const consumer = client.consumer({ groupId: `parse-${groups++}`, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
  let seen = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  await new Promise((done) => {
    void consumer.run({
      eachBatch: async ({ batch }) => {
        for (const { value } of batch.messages) JSON.parse(value.toString('utf8'));
        seen += batch.messages.length;
        if (seen >= records) done();
      },
    });
  });
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  await consumer.disconnect();
  return { ms, cpu: (user + system) / 1_000 };
}

const runs = { parse: [], one: [], two: [] };
await consumeAndParse();
for (let round = 0; round < rounds; round++) {
  runs.parse.push(await consumeAndParse());
  runs.one.push(await ingest(1));
  runs.two.push(await ingest(2));
  runs.two.push(await ingest(2));
  runs.one.push(await ingest(1));
  runs.parse.push(await consumeAndParse());
}
const median = (list, field) => list.map((one) => one[field]).toSorted((a, b) => a - b)[list.length >> 1];
const rate = (list) => Math.round((records / median(list, 'ms')) * 1_000);
const ratio = (a, b) => Number((a / b).toFixed(2));
process.stdout.write(
  `${JSON.stringify(
    {
      records,
      bytesPerRecord: Math.round(bytes / records),
      data: hash.digest('hex').slice(0, 16),
      partitions: PARTITIONS,
      node: process.version,
      kafka: '3.9.1',
      kafkajs: '2.2.4',
      cpus: availableParallelism(),
      consumeAndParsePerSecond: rate(runs.parse),
      oneIngestorPerSecond: rate(runs.one),
      twoIngestorsPerSecond: rate(runs.two),
      // 1 would be as fast as consuming and parsing alone.
      ratio: ratio(median(runs.parse, 'ms'), median(runs.one, 'ms')),
      cpuRatio: ratio(median(runs.parse, 'cpu'), median(runs.one, 'cpu')),
      twoToOne: ratio(median(runs.one, 'ms'), median(runs.two, 'ms')),
    },
    null,
    2,
  )}\n`,
);
await admin.disconnect();
await kafka.stop();
process.exit(0);
