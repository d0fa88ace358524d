import { isAscii } from 'node:buffer';
import type { JsonScan, RawRecord } from '@faultline/model';
import { markJson } from './json-marks.js';
import type { UndecodedRecord } from './source-summary.js';

/** Numbers kept per record. */
const columns = 9;
const recordsMax = 4096;
const idLength = 32;
const idsStart = recordsMax * columns * Float64Array.BYTES_PER_ELEMENT;
const bytesStart = idsStart + recordsMax * idLength;
/** A little more than a chunk of a file, so that a batch is mostly one chunk. */
const textBytes = 1152 * 1024;

/** Records on the way to another thread. The memory moves with them, one way full and the other way empty. */
export interface Batch {
  readonly count: number;
  readonly memory: ArrayBuffer;
}

export class BatchWriter {
  #count = 0;
  #memory: ArrayBuffer;
  #numbers: Float64Array;
  #bytes: Buffer;
  #end = bytesStart;

  /** `used`: memory of a batch that was read. */
  constructor(
    private readonly cutName: string,
    used?: ArrayBuffer,
  ) {
    this.#memory = used ?? new ArrayBuffer(bytesStart + textBytes);
    this.#numbers = new Float64Array(this.#memory, 0, recordsMax * columns);
    this.#bytes = Buffer.from(this.#memory);
  }

  get textLength(): number {
    return this.#end - bytesStart;
  }

  /** False when there is no room; an empty batch takes any record. */
  add(record: UndecodedRecord, raw: Buffer): boolean {
    if (this.#count === recordsMax) return false;
    if (this.#end + raw.length > this.#bytes.length) {
      if (this.#count > 0) return false;
      this.#memory = new ArrayBuffer(bytesStart + raw.length);
      this.#numbers = new Float64Array(this.#memory, 0, recordsMax * columns);
      this.#bytes = Buffer.from(this.#memory);
    }
    const marks = markJson(raw, 0, raw.length, this.cutName);
    // The text that is cut out goes behind the rest, which so stays one piece.
    const cut = raw.copy(this.#bytes, this.#end, 0, marks.cutStart) + this.#end;
    const kept = cut + raw.copy(this.#bytes, cut, marks.cutEnd);
    const at = this.#count * columns;
    const numbers = this.#numbers;
    numbers[at] = this.#end;
    numbers[at + 1] = cut;
    numbers[at + 2] = kept;
    numbers[at + 3] = this.#end += raw.length;
    numbers[at + 4] = record.line;
    numbers[at + 5] = record.offset;
    numbers[at + 6] = marks.keys;
    numbers[at + 7] = marks.depth;
    numbers[at + 8] = (marks.wideNumber ? 1 : 0) + (isAscii(raw) ? 2 : 0);
    raw.copy(this.#bytes, kept, marks.cutStart, marks.cutEnd);
    this.#bytes.write(record.id, idsStart + this.#count * idLength, 'latin1');
    this.#count++;
    return true;
  }

  finish(): Batch {
    return { count: this.#count, memory: this.#memory };
  }
}

/** `text` may lack the contents of the member that nobody reads; `whole` is all of it, until the call returns. */
export type OnScanned = (record: RawRecord, scan: JsonScan, whole: () => string) => void;

export function readBatch({ count, memory }: Batch, path: string, onRecord: OnScanned): void {
  const bytes = Buffer.from(memory);
  const numbers = new Float64Array(memory, 0, recordsMax * columns);
  for (let i = 0; i < count; i++) {
    const at = i * columns;
    const start = numbers[at]!;
    const cut = numbers[at + 1]!;
    const kept = numbers[at + 2]!;
    const end = numbers[at + 3]!;
    const flags = numbers[at + 8]!;
    const encoding = flags >= 2 ? 'latin1' : 'utf8';
    const idStart = idsStart + i * idLength;
    onRecord(
      {
        path,
        line: numbers[at + 4]!,
        offset: numbers[at + 5]!,
        length: end - start,
        id: bytes.toString('latin1', idStart, idStart + idLength),
        text: bytes.toString(encoding, start, kept),
      },
      { keys: numbers[at + 6]!, depth: numbers[at + 7]!, wideNumber: (flags & 1) === 1 },
      () =>
        bytes.toString(encoding, start, cut) +
        bytes.toString(encoding, kept, end) +
        bytes.toString(encoding, cut, kept),
    );
  }
}
