import { type LogPosition, reaches } from '@faultline/model';
import type { EachBatchPayload } from 'kafkajs';
import { CommittedPosition } from './committed-position.js';
import { type LetterRoute, routeOfLetter } from './dead-letter-route.js';
import { withHeartbeats } from './heartbeats.js';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure, unavailable } from './kafka-failure.js';
import type { KafkaProducer } from './kafka-producer.js';
import { endOf, extentsOf } from './log-extent.js';
import { sendLetters } from './send-letters.js';
import { groupName } from './topics.js';

export interface ReplayOptions {
  /** A letter that has come back this often is left out. */
  readonly replaysMax?: number;
}

export interface ReplayCounts {
  readonly replayed: number;
  /** Were replayed too often. */
  readonly exhausted: number;
  /** Came from no raw topic, or their bytes are not whole. */
  readonly notReplayable: number;
}

const replaysMaxDefault = 3;
const fetchWaitMs = 250;
const pollMs = 250;
/** Longer than a broker takes to come back. */
const stallTimeoutMs = 60_000;

/**
 * Sends dead letters back to the topics that they came from: those that are there when it starts and that no replay before has done (group `<prefix>.replay`). A
 * replay that dies half way goes on where it was; the letters of its last batch are then sent twice. Throws `FL_KAFKA_UNAVAILABLE` or `FL_KAFKA_DENIED`.
 */
export async function replayDead(
  connection: KafkaConnection,
  producer: KafkaProducer,
  { replaysMax = replaysMaxDefault }: ReplayOptions = {},
): Promise<ReplayCounts> {
  const topic = connection.topics.dead;
  const groupId = groupName(connection.settings.topicPrefix, 'replay');
  const end = endOf(await extentsOf(connection, topic));
  const committed = new CommittedPosition(connection, topic);
  const replay = new Replay(connection, producer, replaysMax, end);
  if (reaches(await committed.of(groupId), end)) return replay.counts;
  const consumer = connection.kafka.consumer({
    groupId,
    maxWaitTimeInMs: fetchWaitMs,
    allowAutoTopicCreation: false,
  });
  try {
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) replay.fail(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => replay.takeBatch(payload),
    });
    await replay.until(async () => reaches(await committed.of(groupId), end));
    return replay.counts;
  } catch (error) {
    throw kafkaFailure(error, connection.settings, 'replaying dead letters');
  } finally {
    await consumer.disconnect().catch(() => undefined);
  }
}

class Replay {
  counts: ReplayCounts = { replayed: 0, exhausted: 0, notReplayable: 0 };
  private failure: { readonly error: unknown } | null = null;
  private lastProgressMs = performance.now();
  private readonly rawTopics: ReadonlySet<string>;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly producer: KafkaProducer,
    private readonly replaysMax: number,
    private readonly end: LogPosition,
  ) {
    this.rawTopics = new Set(connection.topics.raw);
  }

  fail(error: unknown): void {
    this.failure ??= { error };
  }

  async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const endOffset = this.end[String(batch.partition)] ?? -1;
    // What came after the start may be the very letters that the replay made fail again.
    const messages = batch.messages.filter(({ offset }) => Number(offset) <= endOffset);
    if (messages.length === 0 || this.failure !== null) return;
    const routes = messages.map((message) => routeOfLetter(message, this.rawTopics, this.replaysMax));
    try {
      await withHeartbeats(
        () => payload.heartbeat(),
        () => sendLetters(this.connection, this.producer, routes),
      );
      const last = String(Math.min(Number(batch.lastOffset()), endOffset));
      const place = { partition: batch.partition, offset: String(Number(last) + 1) };
      await payload.commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [place] }] });
      payload.resolveOffset(last);
    } catch (error) {
      this.fail(error);
      return;
    }
    this.count(routes);
  }

  /** Asks again and again until it is so, as long as there is progress. */
  async until(done: () => Promise<boolean>): Promise<void> {
    while (!(await done())) {
      if (this.failure !== null) throw this.failure.error;
      if (performance.now() - this.lastProgressMs > stallTimeoutMs)
        throw unavailable(this.connection.settings, `no dead letter came for ${stallTimeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }

  private count(routes: readonly LetterRoute[]): void {
    const of = (kind: LetterRoute['kind']) => routes.filter((route) => route.kind === kind).length;
    this.counts = {
      replayed: this.counts.replayed + of('replay'),
      exhausted: this.counts.exhausted + of('exhausted'),
      notReplayable: this.counts.notReplayable + of('not replayable'),
    };
    this.lastProgressMs = performance.now();
  }
}
