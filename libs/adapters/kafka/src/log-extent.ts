import type { LogPosition } from '@faultline/model';
import type { KafkaConnection } from './kafka-connection.js';

/** What a partition holds: from `low` up to but without `high`. Equal: nothing, be it new or emptied by retention. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** What each partition of a topic holds now. An open transaction of another producer hides what lies behind its start, as it does from readers. */
export async function extentsOf(
  connection: KafkaConnection,
  topic: string,
): Promise<ReadonlyMap<number, Extent>> {
  const offsets = await connection.ask(`asking what ${topic} holds`, (admin) =>
    admin.fetchTopicOffsets(topic),
  );
  return new Map(
    offsets.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]),
  );
}

export function endOf(extents: ReadonlyMap<number, Extent>): LogPosition {
  const held = [...extents].filter(([, { low, high }]) => high > low);
  return Object.fromEntries(held.map(([partition, { high }]) => [String(partition), high - 1]));
}

/** Messages that a topic holds, as far as offsets tell: those of transactions and gaps of compaction count too. */
export async function heldMessages(connection: KafkaConnection, topic: string): Promise<number> {
  let messages = 0;
  for (const { low, high } of (await extentsOf(connection, topic)).values()) messages += high - low;
  return messages;
}
