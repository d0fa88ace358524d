import type { LogPosition } from '@faultline/model';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { CursorBuffer, Fetched } from './cursor-buffer.js';
import type { LogGap } from './cursor-start.js';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure } from './kafka-failure.js';

/** How long the broker holds an empty fetch; stopping waits for it. */
const fetchWaitMs = 250;
/** A reader may be busy with what it has read for some seconds without a heartbeat. */
const sessionTimeoutMs = 45_000;
const heartbeatMs = 2_000;
/** New partitions are seen within this time. */
const metadataAgeMs = 5_000;

/** Messages of one partition between two offsets. `first` and `last` count control records and aborted messages too, `messages` do not. */
interface FetchedStretch {
  readonly partition: number;
  readonly first: string | null;
  readonly last: string;
  readonly messages: readonly { readonly offset: string; readonly value: Buffer | null }[];
}

/**
 * Fills a buffer from all partitions of a topic through a consumer that commits nothing. The driver starts again from the committed offset (none: the beginning) whenever it
 * joins its group again, so the feed keeps its own place, seeks to it at each join and drops what it has already seen.
 */
export class CursorFeed {
  /** What the driver could not get over. */
  failure: Error | null = null;
  private readonly consumer: Consumer;
  private stopped = false;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly place: { readonly topic: string; readonly group: string },
    /** Next offset to fetch, per partition. */
    private readonly next: Map<number, number>,
    private readonly buffer: CursorBuffer,
    private readonly onGap: (gap: LogGap) => void,
  ) {
    this.consumer = connection.kafka.consumer({
      groupId: place.group,
      maxWaitTimeInMs: fetchWaitMs,
      sessionTimeout: sessionTimeoutMs,
      metadataMaxAge: metadataAgeMs,
      allowAutoTopicCreation: false,
    });
  }

  async start(): Promise<void> {
    const { consumer, place } = this;
    const { GROUP_JOIN, END_BATCH_PROCESS, CRASH } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => this.seek(payload.memberAssignment[place.topic] ?? []));
    consumer.on(END_BATCH_PROCESS, ({ payload: { batchSize, partition, firstOffset, lastOffset } }) => {
      // A batch of control records or aborted messages only is never given to `eachBatch`.
      if (batchSize === 0) this.accept({ partition, first: firstOffset, last: lastOffset, messages: [] });
    });
    consumer.on(CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopped) this.fail(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [place.topic], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatch: (payload) => this.takeBatch(payload) });
    if (this.failure !== null) throw this.failure;
  }

  /** Leaves nothing behind at the broker, unless that is away: then it forgets the empty group by itself. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.buffer.wake();
    await this.consumer.disconnect().catch(() => undefined);
    await this.connection.tryOnce((admin) => admin.deleteGroups([this.place.group]));
  }

  hasFetched(end: LogPosition): boolean {
    return Object.entries(end).every(
      ([partition, offset]) => (this.next.get(Number(partition)) ?? 0) > offset,
    );
  }

  private fail(error: unknown): void {
    const failure = kafkaFailure(error, this.connection.settings, `reading ${this.place.topic}`);
    this.failure = failure instanceof Error ? failure : new Error(String(failure));
    this.buffer.wake();
  }

  private seek(partitions: readonly number[]): void {
    for (const partition of partitions) {
      const offset = String(this.next.get(partition) ?? 0);
      this.consumer.seek({ topic: this.place.topic, partition, offset });
    }
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    if (payload.isStale()) return;
    const { batch } = payload;
    const { partition, messages } = batch;
    this.accept({ partition, first: batch.firstOffset(), last: batch.lastOffset(), messages });
    while (this.buffer.isFull() && payload.isRunning() && !this.stopped) {
      await this.buffer.changed(heartbeatMs);
      await payload.heartbeat();
    }
  }

  /** Takes over what was not seen before. */
  private accept({ partition, first, last, messages }: FetchedStretch): void {
    const expected = this.next.get(partition) ?? 0;
    const firstOffset = first === null ? expected : Number(first);
    const lastOffset = Number(last);
    if (lastOffset < expected) return;
    if (firstOffset > expected) this.onGap({ partition, fromOffset: expected, toOffset: firstOffset });
    const fresh: Fetched[] = [];
    for (const { offset, value } of messages)
      if (Number(offset) >= expected) fresh.push({ partition, offset: Number(offset), value, skip: false });
    if ((fresh.at(-1)?.offset ?? -1) < lastOffset)
      fresh.push({ partition, offset: lastOffset, value: null, skip: true });
    this.next.set(partition, lastOffset + 1);
    this.buffer.push(fresh);
  }
}
