// The event log on Kafka against the bare driver on the same broker and the same records: `node bench/kafka/run.mjs [records] [rounds]`. Starts a broker of its
// own unless KAFKA_BROKERS names one.
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import {
  connectKafka,
  createTopics,
  DeadLetters,
  KafkaEventLog,
  KafkaProducer,
  partitionKeyOf,
} from '@faultline/adapter-kafka';
import { sharedKafka } from '@faultline/test-servers';

const fromAdapter = createRequire(new URL('../../libs/adapters/kafka/package.json', import.meta.url));
const { Partitioners } = fromAdapter('kafkajs');
const { version: driverVersion } = fromAdapter('kafkajs/package.json');

const [recordsText = '200000', roundsText = '2'] = process.argv.slice(2);
const records = Number(recordsText);
const rounds = Number(roundsText);
const appendSize = 5_000;
const partitions = 4;

/** Flows of fifty hosts, about 500 bytes as JSON. */
function eventAt(n) {
  const host = `ws-${String(n % 50).padStart(2, '0')}.corp.example`;
  return {
    id: n.toString(16).padStart(32, '0'),
    atUs: 1_700_000_000_000_000 + n * 1_000,
    observedAtUs: null,
    clock: null,
    dataset: 'windows.sysmon',
    record: { path: `hosts/${host}.ndjson`, line: n + 1, offset: n * 600, length: 599 },
    kind: 'network.flow',
    host,
    process: {
      key: `{b3a1c7a0-${n % 977}-6552}`,
      pid: n % 65_536,
      image: 'C:\\Program Files\\Vendor\\agent.exe',
      user: 'CORP\\svc',
    },
    initiated: true,
    sourceIp: `10.1.${n % 50}.7`,
    sourcePort: 49_152 + (n % 16_384),
    destinationIp: '10.9.8.7',
    destinationPort: 443,
    destinationDomain: null,
  };
}

const events = Array.from({ length: records }, (_, n) => eventAt(n));
const lines = events.map((event) => JSON.stringify(event));
const keys = events.map(partitionKeyOf);
const hash = createHash('sha256');
for (const line of lines) hash.update(line);

const server = await sharedKafka();
const prefix = `bench-${process.pid}`;
const settings = { brokers: server.brokers, clientId: 'bench', topicPrefix: prefix, ssl: false, sasl: null };
const connection = await connectKafka(settings);

/** Wall and CPU time (all threads of this process) in ms. */
async function timed(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const count = await work();
  if (count !== undefined && count !== records) throw new Error(`${count} of ${records} records`);
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - start, cpuMs: (user + system) / 1_000 };
}

async function freshInstallation() {
  const own = { ...settings, topicPrefix: `${prefix}-${randomUUID().slice(0, 8)}` };
  const there = await connectKafka(own);
  await createTopics(there, { partitions, replicationFactor: 1 });
  const producer = new KafkaProducer(there);
  const log = new KafkaEventLog(there, producer, new DeadLetters(there, producer), {
    cursorName: randomUUID,
    onPoison: ({ reason }) => {
      throw new Error(reason);
    },
    onGap: () => undefined,
  });
  await producer.send(there.topics.findings, [{ key: 'bench', value: 'connected' }]);
  return { log, topic: there.topics.events, close: () => Promise.all([producer.close(), there.close()]) };
}

async function ourAppend({ log }) {
  for (let at = 0; at < records; at += appendSize) await log.append(events.slice(at, at + appendSize));
}

const bare = connection.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
await bare.connect();
async function bareAppend(topic) {
  for (let at = 0; at < records; at += appendSize) {
    const messages = lines.slice(at, at + appendSize).map((value, n) => ({ key: keys[at + n], value }));
    // The broker takes 1 MiB per partition and request by default; both write to topics that take more.
    await bare.sendBatch({ topicMessages: [{ topic, messages }], acks: -1 });
  }
}

async function ourRead({ log }) {
  const cursor = await log.open({});
  let count = 0;
  for (let page = await cursor.read(5_000); page.length > 0; page = await cursor.read(5_000))
    count += page.length;
  await cursor.close();
  return count;
}

async function bareRead(topic) {
  const consumer = connection.kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 250 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let count = 0;
  await new Promise((resolve) => {
    const eachBatch = async ({ batch }) => {
      for (const { value } of batch.messages) if (JSON.parse(value.toString()).id !== '') count++;
      if (count >= records) resolve();
    };
    void consumer.run({ autoCommit: false, eachBatch });
  });
  await consumer.disconnect();
  return count;
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** ABBA, so that what grows over time (a warm engine, a full disk) falls on both. The middle of each side counts. */
async function compare(name, ours, theirs) {
  const sides = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    sides.ours.push(await timed(ours));
    sides.theirs.push(await timed(theirs));
    sides.theirs.push(await timed(theirs));
    sides.ours.push(await timed(ours));
  }
  const of = (side, field) => middle(sides[side].map((time) => time[field]));
  return {
    name,
    oursPerS: Math.round(records / (of('ours', 'wallMs') / 1_000)),
    theirsPerS: Math.round(records / (of('theirs', 'wallMs') / 1_000)),
    wallRatio: Number((of('theirs', 'wallMs') / of('ours', 'wallMs')).toFixed(2)),
    cpuRatio: Number((of('theirs', 'cpuMs') / of('ours', 'cpuMs')).toFixed(2)),
  };
}

const mine = await freshInstallation();
const theirs = await freshInstallation();
// One turn of each that does not count.
await ourAppend(mine);
await bareAppend(theirs.topic);
const reading = await compare(
  'read with validation against eachBatch and JSON.parse',
  () => ourRead(mine),
  () => bareRead(theirs.topic),
);
const spare = { mine: await freshInstallation(), theirs: await freshInstallation() };
const writing = await compare(
  'append against sendBatch of the same JSON',
  () => ourAppend(spare.mine),
  () => bareAppend(spare.theirs.topic),
);

const bytes = lines.reduce((sum, line) => sum + line.length, 0);
process.stdout.write(
  `${JSON.stringify(
    {
      versions: {
        node: process.version,
        kafkajs: driverVersion,
        broker: process.env.KAFKA_BROKERS ? 'given' : '3.9.1',
      },
      data: {
        records,
        bytesPerRecord: Math.round(bytes / records),
        partitions,
        sha256: hash.digest('hex').slice(0, 16),
      },
      order: `ABBA, ${rounds} rounds; a ratio above 1 means that ours takes less`,
      results: [reading, writing],
    },
    null,
    2,
  )}\n`,
);
await bare.disconnect();
for (const installation of [mine, theirs, spare.mine, spare.theirs]) await installation.close();
await connection.close();
await server.stop();
