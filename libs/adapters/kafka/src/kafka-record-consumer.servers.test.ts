import { setTimeout as sleep } from 'node:timers/promises';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectKafka } from './connect-kafka.js';
import { consumerLag } from './consumer-lag.js';
import type { KafkaConnection } from './kafka-connection.js';
import { type ConsumedBatch, KafkaRecordConsumer } from './kafka-record-consumer.js';
import { groupName, rawTopic } from './topics.js';
import { openTestKafka, type TestKafka } from './testing/test-kafka.js';

const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `record ${from + n}`);

describe('KafkaRecordConsumer', () => {
  let server: KafkaServer;
  let kafka: TestKafka;
  let siem: string;
  const consumers: KafkaRecordConsumer[] = [];
  const connections: KafkaConnection[] = [];
  beforeAll(async () => {
    server = await startKafka();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    kafka = await openTestKafka(server, 4);
    siem = rawTopic(kafka.settings.topicPrefix, 'siem');
  });
  afterEach(async () => {
    for (const consumer of consumers.splice(0)) await consumer.stop();
    for (const connection of connections.splice(0)) await connection.close();
    await kafka.close();
  });

  async function newConsumer(): Promise<KafkaRecordConsumer> {
    const connection = await connectKafka(kafka.settings);
    const consumer = new KafkaRecordConsumer(connection);
    connections.push(connection);
    consumers.push(consumer);
    return consumer;
  }

  async function write(values: readonly string[], partition?: number): Promise<void> {
    const messages = values.map((value) => ({ value, ...(partition === undefined ? {} : { partition }) }));
    await kafka.producer.send(siem, messages);
  }

  async function until(done: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await done())) await sleep(20);
  }

  const lag = async () =>
    (await consumerLag(kafka.connection, groupName(kafka.settings.topicPrefix, 'ingestor'), [siem])).messages;
  const textsOf = ({ records }: ConsumedBatch) => records.map(({ value }) => Buffer.from(value).toString());

  it('hands over records with their headers and kind, and commits them', async () => {
    const headers = { source: 'fw-1', 'observed-at': '1700000000000' };
    await kafka.producer.send(siem, [{ value: 'one', key: 'k', headers }]);
    await kafka.producer.send(rawTopic(kafka.settings.topicPrefix, null), [{ value: 'two' }]);
    const batches: ConsumedBatch[] = [];
    const consumer = await newConsumer();
    void consumer.run({ handle: async (batch) => (batches.push(batch), {}) });
    await until(() => batches.length === 2);
    const [known, any] = batches.toSorted((a, b) => b.topic.localeCompare(a.topic));
    expect([known?.kind, any?.kind]).toEqual(['siem', null]);
    expect(known?.records[0]).toMatchObject({
      offset: 0,
      source: 'fw-1',
      observedAtMs: 1_700_000_000_000,
      attempts: 0,
    });
    expect(Buffer.from(known?.records[0]?.key ?? []).toString()).toBe('k');
    await until(async () => (await lag()) === 0);
  });

  it('gives back what was committed with the offset, after a restart', async () => {
    const seen: (string | null)[] = [];
    const header = 'a,b,c\n'.repeat(600);
    for (const metadata of [header, undefined, '', undefined]) {
      await write(['x'], 1);
      const consumer = await newConsumer();
      const count = seen.length;
      void consumer.run({
        handle: async (batch) => (seen.push(batch.metadata), metadata === undefined ? {} : { metadata }),
      });
      await until(() => seen.length > count);
      await consumer.stop();
    }
    expect(seen).toEqual([null, header, header, null]);
    expect(await lag()).toBe(0);
  });

  it('tries a batch again until it is handled, without holding up other partitions', async () => {
    await write(numbered(0, 50), 0);
    await write(numbered(50, 50), 1);
    const trouble: unknown[] = [];
    const handled: string[] = [];
    const consumer = await newConsumer();
    void consumer.run({
      handle: async (batch) => {
        if (batch.partition === 0 && trouble.length < 3) throw new Error('the database is away');
        handled.push(...textsOf(batch));
        return {};
      },
      onTrouble: (error) => trouble.push(error),
    });
    await until(() => handled.length === 100);
    expect(trouble).toHaveLength(3);
    expect(handled.slice(0, 50)).toEqual(numbered(50, 50));
    expect(handled.slice(50)).toEqual(numbered(0, 50));
    await until(async () => (await lag()) === 0);
  });

  it('tries again rather than commit a text that the broker would refuse', async () => {
    await write(['x']);
    const trouble: unknown[] = [];
    const consumer = await newConsumer();
    void consumer.run({
      handle: () => Promise.resolve({ metadata: 'x'.repeat(trouble.length === 0 ? 4_001 : 4_000) }),
      onTrouble: (error) => trouble.push(error),
    });
    await until(async () => (await lag()) === 0);
    expect(String(trouble[0])).toContain('4001 bytes');
  });

  it('finishes the batch in flight when it is stopped', async () => {
    await write(numbered(0, 10), 2);
    const consumer = await newConsumer();
    let state = 'waiting';
    void consumer.run({
      handle: async () => {
        state = 'started';
        await sleep(1_500);
        state = 'finished';
        return {};
      },
    });
    await until(() => state === 'started');
    await consumer.stop();
    expect(state).toBe('finished');
    expect(await lag()).toBe(0);
  });

  it('loses nothing when a second process joins while a batch is slow', { timeout: 90_000 }, async () => {
    const texts = numbered(0, 400);
    for (let partition = 0; partition < 4; partition++)
      await write(texts.slice(partition * 100, partition * 100 + 100), partition);
    const handledBy = [new Set<string>(), new Set<string>()] as const;
    const all = () => new Set([...handledBy[0], ...handledBy[1]]);
    const first = await newConsumer();
    let started = false;
    void first.run({
      handle: async (batch) => {
        started = true;
        await sleep(4_000);
        for (const text of textsOf(batch)) handledBy[0].add(text);
        return {};
      },
    });
    await until(() => started);
    const second = await newConsumer();
    void second.run({
      handle: async (batch) => {
        for (const text of textsOf(batch)) handledBy[1].add(text);
        return {};
      },
    });
    await until(async () => all().size === texts.length && (await lag()) === 0);
    expect([...all()].toSorted()).toEqual(texts.toSorted());
    expect(handledBy[0].size).toBeGreaterThan(0);
    expect(handledBy[1].size).toBeGreaterThan(0);
    for (let partition = 0; partition < 4; partition++) await write([`late ${partition}`], partition);
    await until(() => all().size === texts.length + 4);
  });

  it('outlives its broker', { timeout: 90_000 }, async () => {
    await write(numbered(0, 20), 0);
    const handled = new Set<string>();
    const consumer = await newConsumer();
    const running = consumer.run({
      handle: async (batch) => {
        for (const text of textsOf(batch)) handled.add(text);
        return {};
      },
    });
    await until(() => handled.size === 20);
    await server.kill();
    await sleep(2_000);
    await server.restart();
    await write(numbered(20, 20), 0);
    await until(() => handled.size === 40);
    await consumer.stop();
    await running;
    expect(await lag()).toBe(0);
  });

  it('names the topics that are missing', async () => {
    const connection = await connectKafka({ ...kafka.settings, topicPrefix: 'nobody' });
    connections.push(connection);
    await expect(
      new KafkaRecordConsumer(connection).run({ handle: () => Promise.resolve({}) }),
    ).rejects.toMatchObject({
      code: 'FL_KAFKA_TOPICS_MISSING',
      message: expect.stringMatching(/nobody\.raw\.siem.*npx faultline topics/s),
    });
  });
});
