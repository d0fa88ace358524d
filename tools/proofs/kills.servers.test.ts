import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../forged-tokens/random.mjs';
import { distinctValues } from './dead-letter-count.js';
import { type Expected, expectedOf } from './expected-of.js';
import { recordOf } from './flow.js';
import { type ProofInstallation, startInstallation } from './installation.js';
import type { Role, ServerProcess } from './server-process.js';
import { TopicSender } from './topic-sender.js';
import { until } from './until.js';

const RECORDS = 200_000;
const BATCH = 500;
const PARTITIONS = 4;
const SEED = 41;
/** Each is killed this often, in an order drawn from the seed, while records flow. */
const kills = { ingestor: 7, correlator: 6, api: 2, kafka: 3, neo4j: 3, database: 4 } as const;
type Victim = keyof typeof kills;
const ALL_MS = 300_000;
/** Twice the session of a member of a consumer group. */
const AWAY_MS = 64_000;

let installation: ProofInstallation;
let expected: Expected;
const running = new Map<Role, ServerProcess[]>();
const drawn = stream(SEED, 'kills');
const random = () => drawn.unit();

function records(from = 0, to = RECORDS) {
  return Array.from({ length: to - from }, (_, at) => recordOf(from + at));
}

async function start(role: Role): Promise<void> {
  running.set(role, [...(running.get(role) ?? []), await installation.start(role)]);
}

async function killOne(victim: Victim): Promise<void> {
  if (victim === 'kafka' || victim === 'neo4j' || victim === 'database') {
    await installation[victim].kill();
    await sleep(random() * 1_000);
    await installation[victim].restart();
    return;
  }
  const [first, ...rest] = running.get(victim) ?? [];
  running.set(victim, rest);
  await first?.kill();
  await sleep(random() * 1_000);
  await until(`a new ${victim}`, async () => (await start(victim), true), 90_000);
}

function order(): readonly Victim[] {
  const all = Object.entries(kills).flatMap(([victim, times]) =>
    Array.from({ length: times }, () => victim as Victim),
  );
  return all
    .map((victim) => ({ victim, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ victim }) => victim);
}

/** Sends everything, and each batch again until the broker has confirmed it. */
async function sendAll(pauseMs: number): Promise<void> {
  const sender = await TopicSender.to(installation.kafka.brokers);
  for (let at = 0; at < RECORDS; at += BATCH) {
    await until(
      `batch ${at}`,
      async () => (await sender.send('faultline.raw.any', records(at, at + BATCH)), true),
      120_000,
    );
    if (pauseMs > 0) await sleep(pauseMs);
  }
  await sender.close();
}

interface Answer {
  readonly graph: { readonly hash: string | null };
  readonly analysis: { readonly events: number };
}

async function answerNow(): Promise<Answer> {
  const [api] = running.get('api') ?? [];
  const signal = AbortSignal.timeout(20_000);
  return (await (await fetch(`${api?.address}/api/v1/incidents`, { signal })).json()) as Answer;
}

async function wholeAnswer(): Promise<Answer | null> {
  const answer = await answerNow();
  return answer.analysis.events === expected.events && answer.graph.hash === expected.graphHash
    ? answer
    : null;
}

beforeAll(async () => {
  expected = expectedOf(records());
  installation = await startInstallation(PARTITIONS);
  for (const role of ['ingestor', 'ingestor', 'correlator', 'correlator', 'api'] as const) await start(role);
}, 300_000);
afterAll(() => installation?.stop());

describe(`${RECORDS} records while everything is killed`, () => {
  it(
    'are in the graph once each, or in a dead letter, and the hash is that of an undisturbed run',
    async () => {
      const victims = order();
      const sent = sendAll(150);
      for (const victim of victims) {
        await sleep(random() * 1_500);
        await killOne(victim);
      }
      await sent;
      expect(victims.length).toBeGreaterThanOrEqual(20);
      const answer = await until('the whole answer', wholeAnswer, ALL_MS);
      expect(answer.graph.hash).toBe(expected.graphHash);
      expect(answer.analysis.events).toBe(expected.events);
    },
    20 * 60_000,
  );

  it('the dead letters hold each broken record', async () => {
    const broken = records().flatMap(({ good, value }) => (good ? [] : [value]));
    const dead = await distinctValues(installation.kafka.brokers, 'faultline.dead');
    expect(dead.size).toBe(broken.length);
    expect(broken.filter((value) => !dead.has(value))).toEqual([]);
  });

  it('Neo4j counts every link once', async () => {
    const { url, user, password } = installation.neo4j;
    const driver = neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    const { records: rows } = await driver.executeQuery(
      `MATCH (s:GraphState) MATCH (:Entity)-[r]->(:Entity)
       WHERE r.knownFromUs <= s.knownAtUs AND (r.knownToUs IS NULL OR r.knownToUs > s.knownAtUs)
       RETURN s.hash AS hash, sum(r.count) AS links`,
    );
    await driver.close();
    expect(rows.map((row) => row.toObject())).toEqual([{ hash: expected.graphHash, links: expected.links }]);
  });

  it('the whole topic read once more changes nothing', async () => {
    for (const ingestor of running.get('ingestor') ?? []) await ingestor.kill('SIGTERM');
    running.set('ingestor', []);
    const kafka = new Kafka({ brokers: installation.kafka.brokers, logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    // The broker still counts members that were killed, until their session has run out.
    const place = { groupId: 'faultline.ingestor', topic: 'faultline.raw.any', earliest: true };
    await until('a group without members', async () => (await admin.resetOffsets(place), true), 90_000);
    await start('ingestor');
    const ends = await admin.fetchTopicOffsets('faultline.raw.any');
    await until(
      'everything read again',
      async () => {
        const [found] = await admin.fetchOffsets({
          groupId: 'faultline.ingestor',
          topics: ['faultline.raw.any'],
        });
        const done = new Map(found?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
        return ends.every(({ partition, high }) => (done.get(partition) ?? -1) >= Number(high)) || null;
      },
      ALL_MS,
    );
    const end = Object.fromEntries(
      (await admin.fetchTopicOffsets('faultline.events')).map(({ partition, high }) => [
        partition,
        Number(high),
      ]),
    );
    // The correlator has read the repetitions too.
    await until(
      'the correlator behind all repetitions',
      async () => {
        const [done] = await admin.fetchOffsets({
          groupId: 'faultline.correlator',
          topics: ['faultline.events'],
        });
        return (
          done?.partitions.every(({ partition, offset }) => Number(offset) >= (end[partition] ?? 0)) || null
        );
      },
      ALL_MS,
    );
    await admin.disconnect();
    expect(await until('the same answer', wholeAnswer, ALL_MS)).toMatchObject({
      graph: { hash: expected.graphHash },
    });
  }, 600_000);

  it('a Neo4j that is away for a minute, and an ingestor that sleeps through its session, delay the answer and change nothing', async () => {
    await start('ingestor');
    const [sleeper] = running.get('ingestor') ?? [];
    await installation.neo4j.kill();
    const sender = await TopicSender.to(installation.kafka.brokers);
    const more = records(RECORDS, RECORDS + 4_000);
    await sender.send('faultline.raw.any', more.slice(0, 2_000));
    process.kill(sleeper?.pid ?? 0, 'SIGSTOP');
    await sleep(AWAY_MS / 2);
    await sender.send('faultline.raw.any', more.slice(2_000));
    await sleep(AWAY_MS / 2);
    process.kill(sleeper?.pid ?? 0, 'SIGCONT');
    await installation.neo4j.restart();
    await sender.close();
    expected = expectedOf(records(0, RECORDS + more.length));
    expect(await until('the answer about all', wholeAnswer, ALL_MS)).toMatchObject({
      graph: { hash: expected.graphHash },
    });
  }, 600_000);
});
