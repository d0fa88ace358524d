import { setTimeout as sleep } from 'node:timers/promises';
import { FaultlineError, type InputKind } from '@faultline/model';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { CommittedNotes, noteBytesMax } from './committed-notes.js';
import { type ConsumedRecord, consumedRecord } from './consumed-record.js';
import { withHeartbeats } from './heartbeats.js';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure } from './kafka-failure.js';
import { PausedPartitions } from './paused-partitions.js';
import { backoffMs } from './retrying.js';
import { groupName, kindOfTopic } from './topics.js';

/** Neighbouring records of one partition. */
export interface ConsumedBatch {
  readonly topic: string;
  /** Null: of any kind, to be recognised by content. */
  readonly kind: InputKind | null;
  readonly partition: number;
  readonly records: readonly ConsumedRecord[];
  /** What `handle` last committed for this partition, in this process or before it; null for nothing. */
  readonly metadata: string | null;
}

/** `metadata` is committed together with the offset, at most 4,000 bytes. Left out, what stood there stays; empty, it goes. */
export interface Handled {
  readonly metadata?: string;
}

export interface RecordConsumerOptions {
  /** Resolves when what the records say is durable. It is called again with the same records when it throws, or when the process dies before the commit. */
  readonly handle: (batch: ConsumedBatch) => Promise<Handled>;
  /** Told of every failure that is tried again: of `handle`, or of the connection. */
  readonly onTrouble?: (error: unknown) => void;
  /** Partitions whose batches are handled at the same time; their batches stay in order. */
  readonly concurrency?: number;
}

const fetchWaitMs = 500;
const sessionTimeoutMs = 30_000;
/** How long a joining member waits for a batch that another one is handling. After it the batch is handled twice. */
const rebalanceTimeoutMs = 60_000;
const restartMsMax = 30_000;

/**
 * The ingestor's side of the raw topics: a member of the group `<prefix>.ingestor`. Several processes share the partitions. Delivery is at least once: the offset moves on only
 * after `handle` has resolved, and a batch whose partition was lost meanwhile is not committed but handled again by the new owner.
 */
export class KafkaRecordConsumer {
  private readonly groupId: string;
  private readonly notes: CommittedNotes;
  private readonly stopping = new AbortController();
  private consumer: Consumer | null = null;
  private running: Promise<void> | null = null;
  private heartbeatFailed = false;

  constructor(private readonly connection: KafkaConnection) {
    this.groupId = groupName(connection.settings.topicPrefix, 'ingestor');
    this.notes = new CommittedNotes(connection, this.groupId, connection.topics.raw);
  }

  /**
   * Works until `stop`, through outages of any length (`onTrouble` hears of them; pauses grow to 30 s). Throws `FL_KAFKA_TOPICS_MISSING` and
   * `FL_KAFKA_DENIED`, which waiting does not cure.
   */
  run(options: RecordConsumerOptions): Promise<void> {
    this.running ??= this.keepRunning(options);
    return this.running;
  }

  /** Resolves when the batch in flight is handled and committed and the group is left. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.consumer?.disconnect().catch(() => undefined);
    await this.running?.catch(() => undefined);
  }

  private async keepRunning(options: RecordConsumerOptions): Promise<void> {
    await this.connection.requireTopics(this.connection.topics.raw);
    const { signal } = this.stopping;
    for (let crashes = 0; !signal.aborted; crashes++) {
      const failure = await this.runOnce(options, () => (crashes = 0));
      if (failure === null || signal.aborted) return;
      const error = kafkaFailure(failure, this.connection.settings, 'reading records');
      if (error instanceof FaultlineError && error.code === 'FL_KAFKA_DENIED') throw error;
      options.onTrouble?.(error);
      await sleep(backoffMs(crashes, restartMsMax), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Null when stopped, else what the driver could not get over. */
  private async runOnce(options: RecordConsumerOptions, onProgress: () => void): Promise<Error | null> {
    const consumer = this.connection.kafka.consumer({
      groupId: this.groupId,
      maxWaitTimeInMs: fetchWaitMs,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: rebalanceTimeoutMs,
      allowAutoTopicCreation: false,
      // Restarting is done here, where it is bounded and told of.
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    const paused = new PausedPartitions(consumer);
    const ended = new Promise<Error | null>((resolve) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error));
      this.stopping.signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    try {
      consumer.on(consumer.events.GROUP_JOIN, () => {
        this.notes.forget();
        this.heartbeatFailed = false;
      });
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.connection.topics.raw], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: options.concurrency ?? 1,
        eachBatch: async (payload) => {
          await this.takeBatch(payload, options, paused);
          onProgress();
        },
      });
      return await ended;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      paused.stop();
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private async takeBatch(
    payload: EachBatchPayload,
    options: RecordConsumerOptions,
    paused: PausedPartitions,
  ): Promise<void> {
    const { batch } = payload;
    const { topic, partition } = batch;
    if (payload.isStale() || !payload.isRunning()) return;
    if (this.heartbeatFailed) {
      // Throws again when the group wants to share anew; what was fetched ahead is then left to whoever gets it.
      await payload.heartbeat();
      this.heartbeatFailed = false;
    }
    let note: string | null;
    try {
      const metadata = await this.notes.of(topic, partition);
      const work = () => options.handle(this.batchFor(payload, metadata));
      const handled = await withHeartbeats(
        () => payload.heartbeat(),
        work,
        () => (this.heartbeatFailed = true),
      );
      note = handled.metadata ?? metadata;
      requireShort(note);
    } catch (error) {
      options.onTrouble?.(error);
      // The offset stays unresolved, so the same batch is fetched again after the pause.
      paused.pause(topic, partition);
      return;
    }
    await this.commit(payload, note);
    paused.succeeded(topic, partition);
  }

  private batchFor({ batch }: EachBatchPayload, metadata: string | null): ConsumedBatch {
    const { topic, partition } = batch;
    const kind = kindOfTopic(this.connection.settings.topicPrefix, topic);
    return { topic, kind, partition, records: batch.messages.map(consumedRecord), metadata };
  }

  /** The broker refuses a member that no longer owns the partition; the driver then joins again and fetches from what is committed. */
  private async commit(payload: EachBatchPayload, note: string | null): Promise<void> {
    const { topic, partition } = payload.batch;
    const last = payload.batch.lastOffset();
    const place = { partition, offset: String(Number(last) + 1), metadata: note };
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [place] }] });
    await this.notes.keep(topic, partition, note);
    payload.resolveOffset(last);
  }
}

function requireShort(note: string | null): void {
  if (note === null || Buffer.byteLength(note) <= noteBytesMax) return;
  throw new Error(
    `The metadata of a batch has ${Buffer.byteLength(note)} bytes, at most ${noteBytesMax} are kept.`,
  );
}
