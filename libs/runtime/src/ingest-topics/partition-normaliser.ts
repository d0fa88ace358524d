import { recordId } from '@faultline/adapter-files';
import type { Event, InputKind, RawRecord, RecordRef, Rejected } from '@faultline/model';
import { excerptOf } from '@faultline/model';
import { createNormaliser, type EndedRecord, type Normalised, type Normaliser } from '@faultline/normalise';
import { sha256 } from '../sha256.js';
import { KeptHeaders } from './kept-headers.js';

/** A single record beyond this is rejected, so that one message cannot fill the memory. */
const RECORD_BYTES_MAX = 16 << 20;
/** Sources of one partition whose normaliser is kept; the least recently used goes. */
const SOURCES_MAX = 1_000;

export interface TopicRecord {
  readonly bytes: Buffer;
  readonly at: RecordRef;
  /** What the sender calls where it read the record; empty where it does not say. */
  readonly source: string;
}

export type Outcome = (
  { readonly events: readonly Event[]; readonly rejected?: undefined } | { readonly rejected: Rejected }
) & { readonly ended: readonly EndedOutcome[] };

/** What earlier records of the batch became: a crash spans many, and `offset` is that of the first. */
export interface EndedOutcome {
  readonly offset: number;
  readonly text: string;
  readonly result: Normalised;
}

/** Turns the records of one partition into events. Each source in it has a normaliser of its own: a CSV header holds for its source only. */
export class PartitionNormaliser {
  private readonly normalisers = new Map<string, Normaliser>();
  private readonly headers: KeptHeaders;
  /** What was open in normalisers that had to go within this batch. */
  private readonly evicted: EndedRecord[] = [];

  constructor(
    private readonly kind: InputKind | null,
    metadata: string | null,
  ) {
    this.headers = KeptHeaders.from(metadata);
  }

  /** To be stored with the offset behind the last record. */
  get metadata(): string {
    return this.headers.text();
  }

  normalise({ bytes, at, source }: TopicRecord): Outcome {
    if (bytes.length > RECORD_BYTES_MAX) return tooLong(bytes, at);
    const record: RawRecord = { ...at, id: recordId(bytes), text: bytes.toString('utf8') };
    const result = this.of(source, at).normalise(record);
    const ended = (result.ended ?? []).map(endedOutcome);
    if (result.rejected !== undefined) return { rejected: result.rejected, ended };
    if (result.events.length === 0 && result.kind !== 'crash' && record.text.trim() !== '')
      this.headers.keep(source, record.text);
    return { events: result.events, ended };
  }

  /**
   * The batch is over: what its last records became. A dump whose lines are messages of their own is joined within a batch only. After a
   * restart the same messages may come in other batches, and such a dump once more in other parts, which are then two records of one defect:
   * who can, sends a dump as one message.
   */
  end(): readonly EndedOutcome[] {
    const open = [...this.normalisers.values()].flatMap((normaliser) => normaliser.end());
    return [...this.evicted.splice(0), ...open].map(endedOutcome);
  }

  private of(source: string, at: RecordRef): Normaliser {
    let normaliser = this.normalisers.get(source);
    if (normaliser) this.normalisers.delete(source);
    else normaliser = this.create(source, at);
    this.normalisers.set(source, normaliser);
    if (this.normalisers.size > SOURCES_MAX) {
      const [oldest = ''] = this.normalisers.keys();
      this.evicted.push(...(this.normalisers.get(oldest)?.end() ?? []));
      this.normalisers.delete(oldest);
    }
    return normaliser;
  }

  private create(source: string, at: RecordRef): Normaliser {
    const normaliser = createNormaliser(this.kind === null ? { sha256 } : { sha256, forcedKind: this.kind });
    const header = this.headers.get(source);
    if (header !== undefined)
      normaliser.normalise({ ...at, id: recordId(Buffer.from(header)), text: header });
    return normaliser;
  }
}

function endedOutcome({ record, result }: EndedRecord): EndedOutcome {
  return { offset: record.offset, text: record.text, result };
}

function tooLong(bytes: Buffer, at: RecordRef): Outcome {
  return {
    ended: [],
    rejected: {
      code: 'FL_RECORD_TOO_LONG',
      at,
      reason: `The record has ${bytes.length} bytes; at most ${RECORD_BYTES_MAX} are read.`,
      excerpt: excerptOf(bytes.toString('utf8', 0, 8_192)),
    },
  };
}
