import type { LogPosition } from '@faultline/model';
import type { EventCursor, LoggedEvent } from '@faultline/pipeline';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { CursorBuffer, type Fetched } from './cursor-buffer.js';
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

interface CursorPlace {
  readonly topic: string;
  readonly group: string;
  readonly after: LogPosition;
}

/** How long the broker holds an empty fetch; closing waits for it. */
const fetchWaitMs = 250;
/** A reader may be busy with what it has read for some seconds without a heartbeat. */
const sessionTimeoutMs = 45_000;
const heartbeatMs = 2_000;
/** New partitions are seen within this time. */
const metadataAgeMs = 5_000;
/** Longer than a broker takes to come back; then `read` says that it is away. */
const stallTimeoutMs = 60_000;

/**
 * Reads the topic through a consumer in a group of its own that commits nothing. The driver starts again from the committed offset (none: the beginning) whenever it joins the
 * group again, so the cursor keeps its own place, seeks to it at each join and drops what it has already seen.
 */
export class KafkaEventCursor implements EventCursor {
  private readonly buffer = new CursorBuffer();
  /** Last offset that was handed out, per partition. */
  private readonly given: Map<string, number>;
  private failure: Error | null = null;
  private closed = false;

  private constructor(
    private readonly connection: KafkaConnection,
    private readonly consumer: Consumer,
    private readonly place: CursorPlace,
    private readonly reports: CursorReports,
    /** Next offset to fetch, per partition. */
    private readonly next: Map<number, number>,
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
    const consumer = connection.kafka.consumer({
      groupId: place.group,
      maxWaitTimeInMs: fetchWaitMs,
      sessionTimeout: sessionTimeoutMs,
      metadataMaxAge: metadataAgeMs,
      allowAutoTopicCreation: false,
    });
    const cursor = new KafkaEventCursor(connection, consumer, place, reports, new Map(next));
    try {
      await cursor.start();
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw kafkaFailure(error, connection.settings, `reading ${place.topic}`);
    }
    return cursor;
  }

  async read(limit: number): Promise<readonly LoggedEvent[]> {
    let end: LogPosition | null = null;
    for (;;) {
      const events = this.takeBuffered(limit);
      if (events.length > 0) return events;
      if (this.failure !== null) throw this.failure;
      if (this.closed) return [];
      end ??= endOf(await extentsOf(this.connection, this.place.topic));
      if (this.hasFetched(end)) {
        // What came between the look at the buffer and the answer of the broker.
        return this.takeBuffered(limit);
      }
      if (!(await this.buffer.changed(stallTimeoutMs)))
        throw unavailable(
          this.connection.settings,
          `nothing came from ${this.place.topic} for ${stallTimeoutMs} ms`,
        );
    }
  }

  position(): LogPosition {
    return Object.fromEntries(this.given);
  }

  /** Leaves nothing behind at the broker, unless that is away: then it forgets the empty group by itself. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.buffer.wake();
    await this.consumer.disconnect().catch(() => undefined);
    await this.connection.tryOnce((admin) => admin.deleteGroups([this.place.group]));
  }

  private async start(): Promise<void> {
    const { consumer, place } = this;
    await consumer.connect();
    await consumer.subscribe({ topics: [place.topic], fromBeginning: true });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) =>
      this.seek(payload.memberAssignment[place.topic] ?? []),
    );
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      // A batch of control records or aborted messages only never reaches `take`.
      if (payload.batchSize === 0)
        this.accept(payload.partition, payload.firstOffset, payload.lastOffset, []);
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (payload.restart === true || this.closed) return;
      const failure = kafkaFailure(payload.error, this.connection.settings, `reading ${place.topic}`);
      this.failure = failure instanceof Error ? failure : new Error(String(failure));
      this.buffer.wake();
    });
    await consumer.run({ autoCommit: false, eachBatch: (payload) => this.takeBatch(payload) });
    if (this.failure !== null) throw this.failure;
  }

  private seek(partitions: readonly number[]): void {
    for (const partition of partitions) {
      const offset = String(this.next.get(partition) ?? 0);
      this.consumer.seek({ topic: this.place.topic, partition, offset });
    }
  }

  private async takeBatch({ batch, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    if (isStale()) return;
    const messages = batch.messages.map(({ offset, value }) => ({ offset: Number(offset), value }));
    this.accept(batch.partition, batch.firstOffset(), batch.lastOffset(), messages);
    while (this.buffer.isFull() && isRunning() && !this.closed) {
      await this.buffer.changed(heartbeatMs);
      await heartbeat();
    }
  }

  /** Takes over what was not seen before. `first` and `last` count control records too, `messages` do not. */
  private accept(
    partition: number,
    first: string | null,
    last: string,
    messages: readonly { readonly offset: number; readonly value: Buffer | null }[],
  ): void {
    const expected = this.next.get(partition) ?? 0;
    const firstOffset = first === null ? expected : Number(first);
    const lastOffset = Number(last);
    if (lastOffset < expected) return;
    if (firstOffset > expected)
      this.reports.onGap({ partition, fromOffset: expected, toOffset: firstOffset });
    const fresh: Fetched[] = messages
      .filter(({ offset }) => offset >= expected)
      .map(({ offset, value }) => ({ partition, offset, value, skip: false }));
    if ((fresh.at(-1)?.offset ?? -1) < lastOffset)
      fresh.push({ partition, offset: lastOffset, value: null, skip: true });
    this.next.set(partition, lastOffset + 1);
    this.buffer.push(fresh);
  }

  private hasFetched(end: LogPosition): boolean {
    return Object.entries(end).every(
      ([partition, offset]) => (this.next.get(Number(partition)) ?? 0) > offset,
    );
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
