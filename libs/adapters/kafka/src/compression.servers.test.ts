import { setTimeout as sleep } from 'node:timers/promises';
import { startOfLog } from '@faultline/model';
import type { LoggedEvent } from '@faultline/pipeline';
import { sampleEvent, sampleId } from '@faultline/pipeline/testing';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import kafkajs from 'kafkajs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTopics } from './create-topics.js';
import { type ConsumedBatch, KafkaRecordConsumer } from './kafka-record-consumer.js';
import { sendCompressed } from './testing/compressed-batches.js';
import { openTestKafka, type TestKafka } from './testing/test-kafka.js';
import { compressedTopics } from './topic-compression.js';
import { rawTopic } from './topics.js';

const { CompressionTypes: types, ConfigResourceTypes } = kafkajs;
const compressions = [types.GZIP, types.Snappy, types.LZ4, types.ZSTD] as const;
const plan = { partitions: 1, replicationFactor: 1 };

describe('compressed batches', () => {
  let server: KafkaServer;
  let kafka: TestKafka;
  let siem: string;
  const consumers: KafkaRecordConsumer[] = [];
  beforeAll(async () => {
    server = await startKafka();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    kafka = await openTestKafka(server);
    siem = rawTopic(kafka.settings.topicPrefix, 'siem');
  });
  afterEach(async () => {
    for (const consumer of consumers.splice(0)) await consumer.stop();
    await kafka.close();
  });

  /** Values of the records that come, and troubles that are told, from now on. */
  function consume(): { readonly values: string[]; readonly troubles: unknown[] } {
    const [values, troubles]: [string[], unknown[]] = [[], []];
    const consumer = new KafkaRecordConsumer(kafka.connection);
    consumers.push(consumer);
    const handle = ({ records }: ConsumedBatch) => {
      values.push(...records.map(({ value }) => Buffer.from(value).toString()));
      return Promise.resolve({});
    };
    const running = consumer.run({ handle, onTrouble: (error) => troubles.push(error) });
    running.catch((error: unknown) => troubles.push(error));
    return { values, troubles };
  }

  async function until(done: () => boolean): Promise<void> {
    while (!done()) await sleep(20);
  }

  async function configure(topic: string, configEntries: { name: string; value: string }[]): Promise<void> {
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }];
    await kafka.connection.ask('configuring', async (admin) => {
      await admin.alterConfigs({ validateOnly: false, resources });
      // A broker answers before it has taken the setting over.
      while ((await compressedTopics(admin, [topic])).size === 0) await sleep(20);
    });
  }
  const asOthersMakeIt = (topic: string) =>
    configure(topic, [{ name: 'compression.type', value: 'producer' }]);
  const deleteBefore = (topic: string, offset: string) =>
    kafka.connection.ask('deleting', (admin) =>
      admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset }] }),
    );

  it('of every kind arrive as records, in order and none missing', async () => {
    for (const compression of compressions)
      await sendCompressed(kafka, siem, compression, [
        { value: `${compression}a` },
        { value: `${compression}b` },
      ]);
    await kafka.producer.send(siem, [{ value: 'plain' }]);
    const { values, troubles } = consume();
    await until(() => values.length >= 9);
    expect(values).toEqual(['1a', '1b', '2a', '2b', '3a', '3b', '4a', '4b', 'plain']);
    expect(troubles).toEqual([]);
  });

  it('of every kind arrive as events', async () => {
    const { events } = kafka.connection.topics;
    for (const compression of compressions)
      await sendCompressed(kafka, events, compression, [{ value: JSON.stringify(sampleEvent(compression)) }]);
    const cursor = await kafka.log.open(startOfLog);
    const seen: LoggedEvent[] = [...(await cursor.read(10))];
    while (seen.length < 4) seen.push(...(await cursor.read(10)));
    expect(seen.map(({ event }) => event.id)).toEqual([1, 2, 3, 4].map((n) => sampleId(n)));
    expect(kafka.poison).toEqual([]);
    await cursor.close();
  });

  it('that are bombs are refused to who sends them, and the partition goes on', async () => {
    const bomb = Buffer.alloc(48 * 1024 * 1024);
    await kafka.producer.send(siem, [{ value: 'before' }]);
    await expect(sendCompressed(kafka, siem, types.GZIP, [{ value: bomb }])).rejects.toThrow(
      /larger|too large/i,
    );
    await kafka.producer.send(siem, [{ value: 'after' }]);
    const { values, troubles } = consume();
    await until(() => values.length >= 2);
    expect(values).toEqual(['before', 'after']);
    expect(troubles).toEqual([]);
  });

  it('are not waited for: a topic that would store them is refused, until it is mended', async () => {
    await configure(siem, [
      { name: 'compression.type', value: 'zstd' },
      { name: 'retention.ms', value: '12345678' },
    ]);
    await asOthersMakeIt(kafka.connection.topics.events);
    const names = [...kafka.connection.topics.raw, kafka.connection.topics.events];
    await expect(kafka.connection.requireTopics(names)).rejects.toMatchObject({
      code: 'FL_KAFKA_COMPRESSED',
      message: expect.stringContaining(`${siem} (zstd), ${kafka.connection.topics.events} (producer)`),
    });
    const mended = (await createTopics(kafka.connection, plan)).filter(
      (topic) => topic.compressionBefore !== null,
    );
    expect(mended.map(({ topic, compressionBefore }) => [topic, compressionBefore])).toEqual([
      [siem, 'zstd'],
      [kafka.connection.topics.events, 'producer'],
    ]);
    await kafka.connection.requireTopics(names);
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: siem, configNames: ['retention.ms'] }];
    const { resources: described } = await kafka.connection.ask('asking', (admin) =>
      admin.describeConfigs({ resources, includeSynonyms: false }),
    );
    expect(described[0]?.configEntries[0]?.configValue).toBe('12345678');
    const again = await createTopics(kafka.connection, plan);
    expect(again.every(({ compressionBefore }) => compressionBefore === null)).toBe(true);
  });

  it('that were stored before make every read of a cursor fail; one that is opened behind them goes on', async () => {
    const { events } = kafka.connection.topics;
    await kafka.log.append([sampleEvent(1)]);
    const cursor = await kafka.log.open(startOfLog);
    expect(await cursor.read(10)).toHaveLength(1);
    await asOthersMakeIt(events);
    await sendCompressed(kafka, events, types.Snappy, [{ value: JSON.stringify(sampleEvent(2)) }]);
    await kafka.log.append([sampleEvent(3)]);
    for (let attempt = 0; attempt < 2; attempt++)
      await expect(cursor.read(10)).rejects.toMatchObject({ code: 'FL_KAFKA_COMPRESSED' });
    const position = cursor.position();
    await cursor.close();
    await deleteBefore(events, '2');
    const next = await kafka.log.open(position);
    expect((await next.read(10)).map(({ event }) => event.id)).toEqual([sampleId(3)]);
    expect(kafka.gaps).toEqual([{ partition: 0, fromOffset: 1, toOffset: 2 }]);
    await next.close();
  });

  it('that were stored before are told of by an ingestor, which goes on when they are deleted', async () => {
    await asOthersMakeIt(siem);
    await sendCompressed(kafka, siem, types.LZ4, [{ value: 'unreadable' }]);
    await createTopics(kafka.connection, plan);
    await kafka.producer.send(siem, [{ value: 'behind' }]);
    const { values, troubles } = consume();
    await until(() => troubles.length >= 2);
    expect(troubles[0]).toMatchObject({ code: 'FL_KAFKA_COMPRESSED' });
    expect(String(troubles[0])).toContain('lz4');
    await deleteBefore(siem, '1');
    await until(() => values.length > 0);
    expect(values).toEqual(['behind']);
  });
});
