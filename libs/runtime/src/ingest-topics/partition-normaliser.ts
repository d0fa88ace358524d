import { recordId } from '@faultline/adapter-files';
import type { Event, InputKind, RawRecord, RecordRef, Rejected } from '@faultline/model';
import { excerptOf } from '@faultline/model';
import { createNormaliser, type Normaliser } from '@faultline/normalise';
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

export type Outcome =
  | { readonly events: readonly Event[]; readonly rejected?: undefined }
  | { readonly rejected: Rejected };

/** Turns the records of one partition into events. Each source in it has a normaliser of its own: a CSV header holds for its source only. */
export class PartitionNormaliser {
  private readonly normalisers = new Map<string, Normaliser>();
  private readonly headers: KeptHeaders;

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
    if (result.rejected !== undefined) return { rejected: result.rejected };
    if (result.events.length === 0 && record.text.trim() !== '') this.headers.keep(source, record.text);
    return { events: result.events };
  }

  private of(source: string, at: RecordRef): Normaliser {
    let normaliser = this.normalisers.get(source);
    if (normaliser) this.normalisers.delete(source);
    else normaliser = this.create(source, at);
    this.normalisers.set(source, normaliser);
    if (this.normalisers.size > SOURCES_MAX) {
      const [oldest = ''] = this.normalisers.keys();
      this.normalisers.delete(oldest);
    }
    return normaliser;
  }

  private create(source: string, at: RecordRef): Normaliser {
    const normaliser = createNormaliser(this.kind === null ? {} : { forcedKind: this.kind });
    const header = this.headers.get(source);
    if (header !== undefined) normaliser.normalise({ ...at, id: recordId(Buffer.from(header)), text: header });
    return normaliser;
  }
}

function tooLong(bytes: Buffer, at: RecordRef): Outcome {
  return {
    rejected: {
      code: 'FL_RECORD_TOO_LONG',
      at,
      reason: `The record has ${bytes.length} bytes; at most ${RECORD_BYTES_MAX} are read.`,
      excerpt: excerptOf(bytes.toString('utf8', 0, 8_192)),
    },
  };
}
