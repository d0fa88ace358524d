import type { KafkaConnection } from './kafka-connection.js';
import { retrying } from './retrying.js';

/** The group's only member reads nothing, so it need not wait for anything when it leaves. */
const waitMs = 50;

/**
 * Commits offsets for a group that has no members: joins, commits, leaves; some 100 ms. The driver's `admin.setOffsets` does the same with a consumer that waits 5 s
 * for records that it has paused. Two processes that commit for one group at the same time wait for each other.
 */
export async function commitOffsets(
  connection: KafkaConnection,
  groupId: string,
  topic: string,
  offsets: ReadonlyMap<number, number>,
): Promise<void> {
  const commits = [...offsets].map(([partition, offset]) => ({ topic, partition, offset: String(offset) }));
  await retrying(async () => {
    const consumer = connection.kafka.consumer({ groupId, maxWaitTimeInMs: waitMs });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      const joined = new Promise<void>((resolve, reject) => {
        consumer.on(consumer.events.GROUP_JOIN, () => resolve());
        // `run` does not reject when the group cannot be joined: it reports a crash.
        consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      });
      // Handled below; without this a crash after the join would be an unhandled rejection.
      joined.catch(() => undefined);
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: async () => undefined,
      });
      consumer.pause([{ topic }]);
      await joined;
      await consumer.commitOffsets(commits);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  });
}
