import type { Event, RawRecord, Rejected } from '@faultline/model';
import type { RawBytes, RejectedRecord, Storage } from '@faultline/pipeline';
import { rejectedId } from './rejected-id.js';
import { withoutTokens } from './without-tokens.js';

/** Large enough that the round trips vanish, small enough that two batches in flight are nothing in memory. */
const BATCH_RECORDS = 2_000;
const BATCH_BYTES = 4 << 20;
/** Rejected records kept of one source. Nobody mends more by hand, and a few megabytes of gzip can hold a billion of them. */
const REJECTED_KEPT_MAX = 10_000;

/** Records on their way into storage. Raw bytes, events and rejected records of one batch are stored together or not at all. */
export class RecordBatch {
  private events: Event[] = [];
  private raw: RawBytes[] = [];
  private headers: RawBytes[] = [];
  private rejected: RejectedRecord[] = [];
  private bytes = 0;
  private rejections = 0;
  private storing: Promise<void> = Promise.resolve();
  /** Records with events that storage did not have before. */
  accepted = 0;
  duplicate = 0;

  constructor(
    private readonly storage: Storage,
    private readonly receivedAtUs: number,
  ) {}

  /** All others of the source are counted only. */
  get rejectedKept(): number {
    return Math.min(this.rejections, REJECTED_KEPT_MAX);
  }

  /** The bytes are copied: they are a view into memory that the reader uses again. */
  add(record: RawRecord, bytes: Buffer, events: readonly Event[]): void {
    for (const event of events) this.events.push(event);
    this.raw.push({ id: record.id, bytes: withoutTokens(bytes) });
    this.bytes += bytes.length;
  }

  /** A line that is no record itself, but without which the records of its source cannot be read again. */
  keepHeader(id: string, bytes: Buffer): void {
    this.headers.push({ id, bytes: withoutTokens(bytes) });
  }

  /** The first ones are kept; a flood of them (a file of another kind, a bomb) is only counted, by the caller. */
  reject(rejected: Rejected, bytes: Buffer | null): void {
    if (++this.rejections > REJECTED_KEPT_MAX) return;
    const raw = bytes && withoutTokens(bytes);
    this.rejected.push({ id: rejectedId(rejected, bytes), rejected, raw, receivedAtUs: this.receivedAtUs });
    this.bytes += raw?.length ?? 0;
  }

  /** Stores what has come together, once it is worth it, while the caller goes on with the next batch; waits for the batch before. */
  async settle(): Promise<void> {
    if (this.raw.length + this.rejected.length >= BATCH_RECORDS || this.bytes >= BATCH_BYTES)
      await this.hand();
  }

  /** Resolves when everything is stored. */
  async flush(): Promise<void> {
    await this.hand();
    await this.storing;
  }

  private async hand(): Promise<void> {
    const { events, raw, headers, rejected } = this;
    [this.events, this.raw, this.headers, this.rejected, this.bytes] = [[], [], [], [], 0];
    await this.storing;
    if (raw.length + headers.length + rejected.length === 0) return;
    this.storing = this.store(events, raw, headers, rejected);
    // The failure is thrown by the next `settle` or `flush`; until then it must not count as unhandled.
    this.storing.catch(() => undefined);
  }

  private async store(
    events: readonly Event[],
    raw: readonly RawBytes[],
    headers: readonly RawBytes[],
    rejected: readonly RejectedRecord[],
  ): Promise<void> {
    const { log, logTakesPart } = this.storage;
    if (!logTakesPart) await log.append(events);
    const fresh = await this.storage.transaction(async (stores) => {
      // The event log goes first: its lock puts writers in a queue, so that two with the same records cannot block each other.
      if (logTakesPart) await stores.log.append(events);
      const count = await stores.raw.put(raw);
      await stores.raw.put(headers);
      await stores.rejected.add(rejected);
      return count;
    });
    this.accepted += fresh;
    this.duplicate += raw.length - fresh;
  }
}
