import type { LogPosition } from '@faultline/model';
import type { EventCursor, LoggedEvent } from '@faultline/pipeline';
import { CursorBuffer } from './cursor-buffer.js';
import { CursorFeed } from './cursor-feed.js';
import { cursorStart, type LogGap } from './cursor-start.js';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure, unavailable } from './kafka-failure.js';
import { endOf, extentsOf } from './log-extent.js';
import { unpackEvents } from './unpack-events.js';

/** Bytes in the topic that are no event, and where they lie. */
export interface Poison {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
  readonly bytes: Uint8Array;
}

export interface CursorReports {
  /** The cursor moves on behind it. */
  readonly onPoison: (poison: Poison) => void;
  readonly onGap: (gap: LogGap) => void;
}

export interface CursorPlace {
  readonly topic: string;
  /** A consumer group that nobody else uses; it goes with the cursor. */
  readonly group: string;
  readonly after: LogPosition;
}

/** Longer than a broker takes to come back; then `read` says that it is away, and may be called again. */
const stallTimeoutMs = 60_000;

/** Reads the topic at the pace of its reader. Holds some 8 MiB of messages ahead. */
export class KafkaEventCursor implements EventCursor {
  /** Last offset that was handed out, per partition. */
  private readonly given: Map<string, number>;
  private closed = false;

  private constructor(
    private readonly connection: KafkaConnection,
    private readonly feed: CursorFeed,
    private readonly buffer: CursorBuffer,
    private readonly place: CursorPlace,
    private readonly reports: CursorReports,
  ) {
    this.given = new Map(Object.entries(place.after));
  }

  /** Throws `FL_KAFKA_UNAVAILABLE` or `FL_KAFKA_DENIED`. */
  static async open(
    connection: KafkaConnection,
    place: CursorPlace,
    reports: CursorReports,
  ): Promise<KafkaEventCursor> {
    const { next, gaps } = cursorStart(place.after, await extentsOf(connection, place.topic));
    for (const gap of gaps) reports.onGap(gap);
    const buffer = new CursorBuffer();
    const feed = new CursorFeed(connection, place, new Map(next), buffer, reports.onGap);
    try {
      await feed.start();
    } catch (error) {
      await feed.stop();
      throw kafkaFailure(error, connection.settings, `reading ${place.topic}`);
    }
    return new KafkaEventCursor(connection, feed, buffer, place, reports);
  }

  async read(limit: number): Promise<readonly LoggedEvent[]> {
    let end: LogPosition | null = null;
    for (;;) {
      const events = this.takeBuffered(limit);
      if (events.length > 0) return events;
      if (this.feed.failure !== null) throw this.feed.failure;
      if (this.closed) return [];
      end ??= endOf(await extentsOf(this.connection, this.place.topic));
      // Once more, for what came between the look into the buffer and the answer of the broker.
      if (this.feed.hasFetched(end)) return this.takeBuffered(limit);
      if (!this.buffer.isEmpty() || this.feed.failure !== null) continue;
      if (!(await this.buffer.changed(stallTimeoutMs))) throw this.stalled();
    }
  }

  position(): LogPosition {
    return Object.fromEntries(this.given);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.feed.stop();
  }

  private stalled(): Error {
    const { topic } = this.place;
    return unavailable(this.connection.settings, `nothing came from ${topic} for ${stallTimeoutMs} ms`);
  }

  /** Whole messages, so that a position never points into one. */
  private takeBuffered(limit: number): LoggedEvent[] {
    const events: LoggedEvent[] = [];
    while (events.length < limit) {
      const fetched = this.buffer.take();
      if (fetched === null) break;
      const { partition, offset, value, skip } = fetched;
      this.given.set(String(partition), offset);
      if (skip) continue;
      const unpacked = unpackEvents(value);
      for (const event of unpacked.events) events.push({ partition, offset, event });
      for (const { reason, bytes } of unpacked.poison)
        this.reports.onPoison({ topic: this.place.topic, partition, offset, reason, bytes });
    }
    return events;
  }
}
