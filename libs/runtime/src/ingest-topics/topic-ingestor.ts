import type { Event, InputKind, RecordRef, Rejected } from '@faultline/model';
import type { EventLog } from '@faultline/pipeline';
import { withoutLineEnd } from '../ingest/without-line-end.js';
import { withoutTokens } from '../ingest/without-tokens.js';
import { type EndedOutcome, PartitionNormaliser } from './partition-normaliser.js';

/** Records of one partition, in order, as the consumer hands them on. */
export interface TopicBatch {
  readonly topic: string;
  /** What the topic says its records are; null: found by content. */
  readonly kind: InputKind | null;
  readonly partition: number;
  readonly records: readonly TopicBatchRecord[];
  /** What was last stored with an offset of this partition, by this process or another; null for nothing. */
  readonly metadata: string | null;
}

export interface TopicBatchRecord {
  readonly offset: number;
  readonly value: Uint8Array;
  readonly source: string | null;
  readonly observedAtMs: number | null;
  /** How often it has come back from the dead letters. */
  readonly attempts: number;
}

/** A record that became no event, on its way to the dead letters. Its bytes hold no token any more. */
export interface RejectedTopicRecord {
  readonly rejected: Rejected;
  readonly topic: string;
  readonly partition: number;
  readonly record: TopicBatchRecord;
  readonly bytes: Buffer;
}

export interface TopicIngestorOptions {
  readonly log: EventLog;
  /** Resolves when the dead letters are durable. */
  readonly bury: (letters: readonly RejectedTopicRecord[]) => Promise<void>;
  /** The reference by which a record of a topic is found again. */
  readonly refOf: (topic: string, partition: number, offset: number, length: number) => RecordRef;
  readonly onBatch?: (counts: BatchCounts) => void;
}

export interface BatchCounts {
  readonly topic: string;
  readonly records: number;
  readonly events: number;
  readonly rejected: ReadonlyMap<string, number>;
}

/**
 * Raw topics ─▶ events and dead letters. A batch is done when everything that came of it is durable; one that dies half way is done again,
 * and comes out the same: ids are hashes of bytes. No record stops a partition.
 */
export class TopicIngestor {
  private readonly partitions = new Map<string, PartitionNormaliser>();

  constructor(private readonly options: TopicIngestorOptions) {}

  /** Resolves with the metadata to store with the offset behind the batch. */
  async handle(batch: TopicBatch): Promise<{ readonly metadata: string }> {
    const normaliser = this.normaliserOf(batch);
    const events: Event[] = [];
    const dead: RejectedTopicRecord[] = [];
    let records = 0;
    const take = (ended: readonly EndedOutcome[]): void => {
      for (const { offset, text, result } of ended) {
        if (result.rejected === undefined) for (const event of result.events) events.push(event);
        else dead.push(endedLetter(batch, offset, result.rejected, text));
      }
    };
    for (const record of batch.records) {
      const bytes = withoutLineEnd(record.value);
      // A blank line is no record, and neither is the tombstone of a compacted topic.
      if (bytes.length === 0) continue;
      records++;
      const at = this.options.refOf(batch.topic, batch.partition, record.offset, record.value.length);
      const outcome = normaliser.normalise({ bytes, at, source: record.source ?? '' });
      take(outcome.ended);
      if (outcome.rejected === undefined) for (const event of outcome.events) events.push(event);
      else dead.push(letter(batch, record, outcome.rejected, bytes));
    }
    take(normaliser.end());
    await Promise.all([this.options.log.append(events), dead.length > 0 ? this.options.bury(dead) : null]);
    this.options.onBatch?.({ topic: batch.topic, records, events: events.length, rejected: counted(dead) });
    return { metadata: normaliser.metadata };
  }

  private normaliserOf({ topic, kind, partition, metadata }: TopicBatch): PartitionNormaliser {
    const key = `${topic}/${partition}`;
    const known = this.partitions.get(key);
    // Other metadata than this process left: another one had the partition, or the last batch was not committed.
    if (known?.metadata === (metadata ?? '')) return known;
    const fresh = new PartitionNormaliser(kind, metadata);
    this.partitions.set(key, fresh);
    return fresh;
  }
}

function letter(
  { topic, partition }: TopicBatch,
  record: TopicBatchRecord,
  rejected: Rejected,
  bytes: Buffer,
): RejectedTopicRecord {
  return { rejected, topic, partition, record, bytes: withoutTokens(bytes) };
}

/** The lines of a dump that became no event are buried together, and come back as one message. */
function endedLetter(
  batch: TopicBatch,
  offset: number,
  rejected: Rejected,
  text: string,
): RejectedTopicRecord {
  const record = batch.records.find((one) => one.offset === offset);
  const bytes = Buffer.from(text);
  const empty = { offset, value: bytes, source: null, observedAtMs: null, attempts: 0 };
  return letter(batch, record ?? empty, rejected, bytes);
}

function counted(dead: readonly RejectedTopicRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rejected } of dead) counts.set(rejected.code, (counts.get(rejected.code) ?? 0) + 1);
  return counts;
}
