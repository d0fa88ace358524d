import type { KafkaConnection } from './kafka-connection.js';
import { extentsOf } from './log-extent.js';

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** Next offset that the group reads; null when it has committed nothing. */
  readonly committedOffset: number | null;
  readonly endOffset: number;
  /** Messages that the group has not done, as far as retention left them. */
  readonly messages: number;
}

export interface ConsumerLag {
  readonly partitions: readonly PartitionLag[];
  readonly messages: number;
}

/** How far a group (full name) is behind. Two questions per topic. Throws `FL_KAFKA_UNAVAILABLE` or `FL_KAFKA_DENIED`. */
export async function consumerLag(
  connection: KafkaConnection,
  groupId: string,
  topics: readonly string[],
): Promise<ConsumerLag> {
  const found = await connection.ask(`asking how far ${groupId} is`, (admin) =>
    admin.fetchOffsets({ groupId, topics: [...topics] }),
  );
  const partitions: PartitionLag[] = [];
  for (const { topic, partitions: committed } of found) {
    const extents = await extentsOf(connection, topic);
    for (const { partition, offset } of committed) {
      const { low, high } = extents.get(partition) ?? { low: 0, high: 0 };
      const committedOffset = Number(offset) < 0 ? null : Number(offset);
      const messages = Math.max(0, high - Math.max(low, committedOffset ?? low));
      partitions.push({ topic, partition, committedOffset, endOffset: high, messages });
    }
  }
  return { partitions, messages: partitions.reduce((sum, { messages }) => sum + messages, 0) };
}
