import { startOfLog } from '@faultline/model';
import type { EventCursor, LoggedEvent } from '@faultline/pipeline';
import { sampleEvent, sampleId } from '@faultline/pipeline/testing';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventBytesMax } from './pack-events.js';
import { ConfigResourceTypes } from 'kafkajs';
import { headerText } from './consumed-record.js';
import { readTopic } from './testing/read-topic.js';
import { openTestKafka, type TestKafka } from './testing/test-kafka.js';

const good = JSON.stringify(sampleEvent(1));

async function readAll(cursor: EventCursor): Promise<readonly LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  for (let page = await cursor.read(1_000); page.length > 0; page = await cursor.read(1_000))
    all.push(...page);
  await cursor.close();
  return all;
}

describe('a cursor on Kafka', () => {
  let server: KafkaServer;
  let kafka: TestKafka;
  beforeAll(async () => {
    server = await startKafka();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    kafka = await openTestKafka(server);
  });
  afterEach(() => kafka.close());

  const ids = (events: readonly LoggedEvent[]) => events.map(({ event }) => event.id);

  it('goes past everything that is no event, and reports it', async () => {
    const values = [
      Buffer.from([0xff, 0xfe, 0, 1, 2]),
      Buffer.from('x'.repeat(3_000_000)),
      Buffer.from(good.slice(0, -10)),
      Buffer.from(`{"kind":"other","id":7}\n${good}`),
      Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      null,
      Buffer.alloc(0),
    ];
    const { events } = kafka.connection.topics;
    for (const value of values) await kafka.producer.send(events, [{ value }]);
    await kafka.log.append([sampleEvent(2)]);
    const cursor = await kafka.log.open(startOfLog);
    expect(ids(await readAll(cursor))).toEqual([sampleId(1), sampleId(2)]);
    expect(kafka.poison.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(kafka.poison.map(({ topic }) => topic))).toEqual(new Set([events]));
    expect(cursor.position()).toEqual(await kafka.log.end());
  });

  it('is not empty-handed because the first messages are poison', async () => {
    await kafka.producer.send(kafka.connection.topics.events, [{ value: 'no' }, { value: 'neither' }]);
    await kafka.log.append([sampleEvent(1)]);
    const cursor = await kafka.log.open(startOfLog);
    expect(ids(await cursor.read(1))).toEqual([sampleId(1)]);
    await cursor.close();
  });

  it('reads on over transactions, their marks and what they took back', async () => {
    const topic = kafka.connection.topics.events;
    const transactional = kafka.connection.kafka.producer({
      transactionalId: `${topic}.writer`,
      maxInFlightRequests: 1,
      idempotent: true,
    });
    await transactional.connect();
    for (const [n, commits] of [true, false, true, false].entries()) {
      const transaction = await transactional.transaction();
      await transaction.send({ topic, messages: [{ value: JSON.stringify(sampleEvent(n)) }] });
      await (commits ? transaction.commit() : transaction.abort());
    }
    await transactional.disconnect();
    const cursor = await kafka.log.open(startOfLog);
    expect(ids(await cursor.read(100))).toEqual([sampleId(0), sampleId(2)]);
    expect(await cursor.read(100)).toEqual([]);
    expect(cursor.position()).toEqual(await kafka.log.end());
    await kafka.log.append([sampleEvent(9)]);
    expect(ids(await cursor.read(100))).toEqual([sampleId(9)]);
    await cursor.close();
    expect(kafka.gaps).toEqual([]);
  });

  async function deleteBefore(offset: number): Promise<void> {
    const topic = kafka.connection.topics.events;
    const partitions = [{ partition: 0, offset: String(offset) }];
    await kafka.connection.ask('deleting records', (admin) =>
      admin.deleteTopicRecords({ topic, partitions }),
    );
  }

  it('begins with what retention has left, and says so', async () => {
    for (let n = 0; n < 6; n++) await kafka.log.append([sampleEvent(n)]);
    await deleteBefore(4);
    expect(ids(await readAll(await kafka.log.open({ '0': 1 })))).toEqual([sampleId(4), sampleId(5)]);
    expect(kafka.gaps).toEqual([{ partition: 0, fromOffset: 2, toOffset: 4 }]);
    await deleteBefore(6);
    expect(await kafka.log.end()).toEqual({});
    expect(await readAll(await kafka.log.open(startOfLog))).toEqual([]);
  });

  it('reads a topic that was made anew from its beginning', async () => {
    await kafka.log.append([sampleEvent(1)]);
    expect(ids(await readAll(await kafka.log.open({ '0': 900 })))).toEqual([sampleId(1)]);
    expect(kafka.gaps).toEqual([{ partition: 0, fromOffset: 901, toOffset: 0 }]);
  });

  it('sees partitions that are added while it reads', async () => {
    await kafka.log.append([sampleEvent(1)]);
    const cursor = await kafka.log.open(startOfLog);
    expect(ids(await cursor.read(10))).toEqual([sampleId(1)]);
    const topic = kafka.connection.topics.events;
    await kafka.connection.ask('adding partitions', (admin) =>
      admin.createPartitions({ topicPartitions: [{ topic, count: 3 }] }),
    );
    await kafka.producer.send(topic, [{ value: JSON.stringify(sampleEvent(2)), partition: 2 }]);
    const seen: LoggedEvent[] = [];
    while (seen.length === 0) seen.push(...(await cursor.read(10)));
    expect(ids(seen)).toEqual([sampleId(2)]);
    expect(cursor.position()).toEqual({ '0': 0, '2': 0 });
    await cursor.close();
  });

  it('leaves no group behind', async () => {
    const cursor = await kafka.log.open(startOfLog);
    const groups = async () => {
      const { groups: all } = await kafka.connection.ask('listing groups', (admin) => admin.listGroups());
      return all
        .map(({ groupId }) => groupId)
        .filter((group) => group.startsWith(kafka.settings.topicPrefix));
    };
    expect(await groups()).toHaveLength(1);
    await cursor.close();
    expect(await groups()).toEqual([]);
  });

  it('makes a dead letter of an event that a topic made by others does not take', async () => {
    const { events, dead } = kafka.connection.topics;
    await kafka.connection.ask('configuring', (admin) => {
      const configEntries = [{ name: 'max.message.bytes', value: '1048588' }];
      const resources = [events, dead].map((name) => ({
        type: ConfigResourceTypes.TOPIC,
        name,
        configEntries,
      }));
      return admin.alterConfigs({ validateOnly: false, resources });
    });
    const actions = ['x'.repeat(1_000_000), 'x'.repeat(1_100_000), 'short'];
    await kafka.log.append(actions.map((action, n) => sampleEvent(n, action)));
    expect(ids(await readAll(await kafka.log.open(startOfLog)))).toEqual([sampleId(0), sampleId(2)]);
    const [letter] = await readTopic(kafka, dead);
    expect(headerText(letter?.headers ?? {}, 'code')).toBe('FL_RECORD_TOO_LONG');
    expect(Number(headerText(letter?.headers ?? {}, 'cut-from'))).toBeGreaterThan(1_100_000);
  });

  it(
    'takes a large event, and makes a dead letter of one that is too large',
    { timeout: 60_000 },
    async () => {
      const large = sampleEvent(1, 'x'.repeat(eventBytesMax - 1_000));
      await kafka.log.append([large, sampleEvent(2, 'x'.repeat(eventBytesMax)), sampleEvent(3)]);
      expect(ids(await readAll(await kafka.log.open(startOfLog)))).toEqual([sampleId(1), sampleId(3)]);
      const [dead] = await kafka.connection.ask('asking', (admin) =>
        admin.fetchTopicOffsets(kafka.connection.topics.dead),
      );
      expect(dead?.high).toBe('1');
    },
  );
});
