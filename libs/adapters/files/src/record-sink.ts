import type { RejectionCode } from '@faultline/model';
import { recordId } from './record-id.js';
import type { UndecodedRecord, UnmaskedRejection } from './source-summary.js';

/** Where a splitter hands over what it found: bytes of the source's buffer, not copied. */
export interface RecordSink {
  record(bytes: Buffer, start: number, end: number, offset: number, line: number): void;
  tooLong(head: Buffer, length: number, offset: number, line: number): void;
}

/** Cuts a stream of chunks into records. */
export interface RecordSplitter {
  push(chunk: Buffer): void;
  /** The source has ended: what is left is the last record. */
  end(): void;
  /** Instead of `end`, when the source stopped too early: where the record that is not complete starts, and what is there of it. */
  remainder(): Remainder;
}

export interface Remainder {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly head: string;
}

/** Names what the splitters find and counts it. */
export class CountingSink implements RecordSink {
  records = 0;
  rejections = 0;

  constructor(
    private readonly path: string,
    private readonly onRecord: (record: UndecodedRecord, bytes: Buffer) => void,
    private readonly onRejected: (rejected: UnmaskedRejection) => void,
  ) {}

  record(bytes: Buffer, start: number, end: number, offset: number, line: number): void {
    this.records++;
    const raw = bytes.subarray(start, end);
    this.onRecord({ path: this.path, line, offset, length: end - start, id: recordId(raw) }, raw);
  }

  tooLong(head: Buffer, length: number, offset: number, line: number): void {
    this.reject(
      'FL_RECORD_TOO_LONG',
      `The record has ${length} bytes, more than a record may have; split it.`,
      { offset, length, line },
      head.toString('utf8', 0, 4096),
    );
  }

  reject(code: RejectionCode, reason: string, at: Omit<Remainder, 'head'>, text = ''): void {
    this.rejections++;
    this.onRejected({
      code,
      at: { path: this.path, line: at.line, offset: at.offset, length: at.length },
      reason,
      text,
    });
  }
}
