import { randomUUID } from 'node:crypto';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure, unavailable } from './kafka-failure.js';
import { extentsOf } from './log-extent.js';
import { groupName } from './topics.js';

/** Longer than a broker takes to come back. */
const stallTimeoutMs = 60_000;
const fetchWaitMs = 250;

/**
 * The keys of a compacted topic whose last message has a value. Reads the whole topic once, in a group of its own that is gone afterwards: for a
 * start, not for every question. Throws `FL_KAFKA_UNAVAILABLE` or `FL_KAFKA_DENIED`.
 */
export async function livingKeys(connection: KafkaConnection, topic: string): Promise<readonly string[]> {
  const open = new Map<number, number>();
  for (const [partition, { low, high }] of await extentsOf(connection, topic))
    if (high > low) open.set(partition, high);
  const living = new Map<string, boolean>();
  if (open.size === 0) return [];
  const groupId = groupName(connection.settings.topicPrefix, `keys.${randomUUID()}`);
  const consumer = connection.kafka.consumer({
    groupId,
    maxWaitTimeInMs: fetchWaitMs,
    allowAutoTopicCreation: false,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((done, fail) => {
      timer = setTimeout(
        () => fail(unavailable(connection.settings, `${topic} was not read to its end in time`)),
        stallTimeoutMs,
      );
      consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error));
      // Also told of a batch that held nothing but what compaction or a transaction has left of it.
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
        if (Number(payload.lastOffset) + 1 >= (open.get(payload.partition) ?? 0))
          open.delete(payload.partition);
        if (open.size === 0) done();
      });
      consumer
        .run({
          autoCommit: false,
          eachBatch: ({ batch }) => {
            for (const { key, value } of batch.messages)
              if (key !== null) living.set(key.toString('utf8'), value !== null);
            return Promise.resolve();
          },
        })
        .catch(fail);
    });
    return [...living].filter(([, lives]) => lives).map(([key]) => key);
  } catch (error) {
    throw kafkaFailure(error, connection.settings, `reading ${topic}`);
  } finally {
    clearTimeout(timer);
    await consumer.disconnect().catch(() => undefined);
    await connection.tryOnce((admin) => admin.deleteGroups([groupId]));
  }
}
