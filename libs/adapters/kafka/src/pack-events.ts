import type { Event } from '@faultline/model';
import { partitionOf } from './murmur2.js';
import { partitionKeyOf } from './partition-key.js';

/** A message of many lines costs the driver and the broker as much as a message of one. Larger ones gain nothing more and cost memory on both sides. */
export const packedBytesTarget = 256 * 1024;
export const packedEventsMax = 1_000;
/** One event as JSON: as large as the largest record that is read at all (`recordBytesMax` of normalise), from which it was made. */
export const eventBytesMax = 16 * 1024 * 1024;

/** One Kafka message: events of one partition as NDJSON. Its key is that of its first event, so that it lies where others expect that key. */
export interface PackedMessage {
  readonly partition: number;
  readonly key: string;
  readonly value: Buffer;
  readonly events: number;
}

export interface TooLongEvent {
  readonly event: Event;
  readonly json: Buffer;
}

export interface Packed {
  /** Within a partition in the order of the events. */
  readonly messages: readonly PackedMessage[];
  readonly tooLong: readonly TooLongEvent[];
}

interface OpenMessage {
  key: string;
  lines: string[];
  bytes: number;
}

/** Packs events for their partitions; `bytesMax` is for one event, whose message may be larger than the target. Cost: one JSON text per event and one copy of the bytes. */
export function packEvents(
  events: readonly Event[],
  partitionCount: number,
  bytesMax = eventBytesMax,
): Packed {
  const messages: PackedMessage[] = [];
  const tooLong: TooLongEvent[] = [];
  const open = new Map<number, OpenMessage>();
  const partitions = new Map<string, number>();
  for (const event of events) {
    const json = JSON.stringify(event);
    const bytes = Buffer.byteLength(json);
    if (bytes > bytesMax) {
      tooLong.push({ event, json: Buffer.from(json) });
      continue;
    }
    const key = partitionKeyOf(event);
    const partition = partitionFor(key, partitionCount, partitions);
    const message = open.get(partition);
    if (message !== undefined && fits(message, bytes)) {
      message.lines.push(json);
      message.bytes += bytes + 1;
      continue;
    }
    if (message !== undefined) messages.push(closed(partition, message));
    open.set(partition, { key, lines: [json], bytes });
  }
  for (const [partition, message] of open) messages.push(closed(partition, message));
  return { messages, tooLong };
}

function partitionFor(key: string, partitionCount: number, known: Map<string, number>): number {
  let partition = known.get(key);
  if (partition === undefined) {
    partition = partitionOf(Buffer.from(key), partitionCount);
    known.set(key, partition);
  }
  return partition;
}

function fits(message: OpenMessage, bytes: number): boolean {
  return message.lines.length < packedEventsMax && message.bytes + 1 + bytes <= packedBytesTarget;
}

function closed(partition: number, message: OpenMessage): PackedMessage {
  const { key, lines } = message;
  return { partition, key, value: Buffer.from(lines.join('\n')), events: lines.length };
}
