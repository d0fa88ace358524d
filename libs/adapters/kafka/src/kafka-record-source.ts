import type { RecordRef } from '@faultline/model';
import type { RecordSource } from '@faultline/pipeline';
import type { KafkaConnection } from './kafka-connection.js';
import { type KafkaPlace, placeOfRecordRef } from './kafka-record-ref.js';
import { extentsOf } from './log-extent.js';
import { MessageFetcher } from './message-fetcher.js';
import { groupName } from './topics.js';

/** What one question wants of one partition. */
interface Stretch {
  readonly topic: string;
  readonly partition: number;
  readonly offsets: readonly number[];
}

/**
 * Reads raw records back from the topics that they came through. Only raw topics: a reference is written by whoever wrote the event. Each partition
 * that gives nothing for half a minute ends the reading with `FL_KAFKA_UNAVAILABLE`.
 */
export class KafkaRecordSource implements RecordSource {
  private readonly topics: ReadonlySet<string>;
  private readonly fetcher: MessageFetcher;

  /** `name` is part of the name of a consumer group; no two sources may share one. */
  constructor(
    private readonly connection: KafkaConnection,
    name: string,
  ) {
    this.topics = new Set(connection.topics.raw);
    const groupId = groupName(connection.settings.topicPrefix, `records.${name}`);
    this.fetcher = new MessageFetcher(connection, connection.topics.raw, groupId);
  }

  holds(ref: RecordRef): boolean {
    return this.placeOf(ref) !== null;
  }

  async read(refs: readonly RecordRef[]): Promise<readonly (Uint8Array | null)[]> {
    const places = refs.map((ref) => this.placeOf(ref));
    const found = new Map<string, Uint8Array | null>();
    for (const { topic, partition, offsets } of stretches(places)) {
      const { low, high } = (await extentsOf(this.connection, topic)).get(partition) ?? { low: 0, high: 0 };
      const held = offsets.filter((offset) => offset >= low && offset < high);
      if (held.length === 0) continue;
      const values = await this.fetcher.fetch(topic, partition, held);
      for (const [offset, value] of values) found.set(nameOf({ topic, partition, offset }), value);
    }
    return places.map((place) => (place === null ? null : (found.get(nameOf(place)) ?? null)));
  }

  close(): Promise<void> {
    return this.fetcher.close();
  }

  private placeOf(ref: RecordRef): KafkaPlace | null {
    const place = placeOfRecordRef(ref);
    return place !== null && this.topics.has(place.topic) ? place : null;
  }
}

function nameOf({ topic, partition, offset }: KafkaPlace): string {
  return `${topic}/${partition}/${offset}`;
}

function stretches(places: readonly (KafkaPlace | null)[]): readonly Stretch[] {
  const stretchOf = new Map<string, Stretch & { readonly offsets: number[] }>();
  for (const place of places) {
    if (place === null) continue;
    const { topic, partition, offset } = place;
    const name = `${topic}/${partition}`;
    const stretch = stretchOf.get(name) ?? { topic, partition, offsets: [] };
    stretch.offsets.push(offset);
    stretchOf.set(name, stretch);
  }
  return [...stretchOf.values()];
}
