import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kafkaRecordRef } from './kafka-record-ref.js';
import { KafkaRecordSource } from './kafka-record-source.js';
import { openTestKafka, type TestKafka } from './testing/test-kafka.js';
import { rawTopic } from './topics.js';

describe('KafkaRecordSource', () => {
  let server: KafkaServer;
  let kafka: TestKafka;
  let source: KafkaRecordSource;
  let siem: string;
  let auth: string;
  beforeAll(async () => {
    server = await startKafka();
    kafka = await openTestKafka(server, 2);
    source = new KafkaRecordSource(kafka.connection, 'test');
    siem = rawTopic(kafka.settings.topicPrefix, 'siem');
    auth = rawTopic(kafka.settings.topicPrefix, 'auth');
    for (const partition of [0, 1]) {
      const text = (n: number) => `siem ${partition} ${n} ${'x'.repeat(400)}`;
      const messages = Array.from({ length: 6_000 }, (_, n) => ({ value: text(n), partition }));
      for (let at = 0; at < messages.length; at += 1_500)
        await kafka.producer.send(siem, messages.slice(at, at + 1_500));
    }
    await kafka.producer.send(auth, [
      { value: 'auth 0 0', partition: 0 },
      { value: null, partition: 0 },
    ]);
  });
  afterAll(async () => {
    await source.close();
    await kafka.close();
    await server.stop();
  });

  const ref = (topic: string, partition: number, offset: number) =>
    kafkaRecordRef(topic, partition, offset, 1);
  async function read(refs: readonly ReturnType<typeof ref>[]): Promise<readonly (string | null)[]> {
    const found = await source.read(refs);
    return found.map((bytes) => (bytes === null ? null : Buffer.from(bytes).toString().replace(/ x+$/, '')));
  }

  it('reads records back in the order asked for, neighbours and far ones', async () => {
    const refs = [
      ref(siem, 1, 5_999),
      ref(siem, 0, 3),
      ref(auth, 0, 0),
      ref(siem, 0, 2),
      ref(siem, 1, 0),
      ref(siem, 0, 3),
    ];
    const texts = ['siem 1 5999', 'siem 0 3', 'auth 0 0', 'siem 0 2', 'siem 1 0', 'siem 0 3'];
    expect(await read(refs)).toEqual(texts);
    expect(await read(refs.toReversed())).toEqual(texts.toReversed());
  });

  it('answers questions that come at the same time', async () => {
    const asked = Array.from({ length: 8 }, (_, n) => read([ref(siem, n % 2, n * 700)]));
    expect(await Promise.all(asked)).toEqual(
      Array.from({ length: 8 }, (_, n) => [`siem ${n % 2} ${n * 700}`]),
    );
  });

  it('has nothing beyond the end, in partitions that are none, and for a message without a value', async () => {
    expect(await read([ref(siem, 0, 6_000), ref(siem, 9, 0), ref(auth, 0, 1), ref(auth, 1, 0)])).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await read([])).toEqual([]);
  });

  it('leads into raw topics of its own installation only', async () => {
    const { events } = kafka.connection.topics;
    expect(source.holds(ref(siem, 0, 0))).toBe(true);
    for (const topic of [events, 'faultline.raw.siem', '__consumer_offsets']) {
      expect(source.holds(ref(topic, 0, 0))).toBe(false);
      expect(await read([ref(topic, 0, 0)])).toEqual([null]);
    }
    expect(source.holds({ path: 'logs/a.ndjson', line: 1, offset: 0, length: 1 })).toBe(false);
  });

  it('says where retention has taken a record', async () => {
    await kafka.connection.ask('deleting records', (admin) =>
      admin.deleteTopicRecords({ topic: siem, partitions: [{ partition: 0, offset: '4000' }] }),
    );
    expect(await read([ref(siem, 0, 3_999), ref(siem, 0, 4_000), ref(siem, 0, 10)])).toEqual([
      null,
      'siem 0 4000',
      null,
    ]);
  });
});
