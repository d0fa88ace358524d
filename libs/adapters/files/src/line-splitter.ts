import type { RecordSink, RecordSplitter, Remainder } from './record-sink.js';

const newline = 10;
const carriageReturn = 13;
/** Kept of a line that is too long, for the excerpt. */
const headBytes = 4096;

/** Lines end with `\n` or `\r\n`; blank ones are no records. A line that crosses chunks is joined once, a too long one never stored. */
export class LineSplitter implements RecordSplitter {
  #line = 1;
  /** Offset of the current chunk's first byte. */
  #base: number;
  #parts: Buffer[] = [];
  #partsLength = 0;
  #lineStart: number;
  #skipping = false;

  constructor(
    private readonly sink: RecordSink,
    private readonly recordBytesMax: number,
    startOffset: number,
  ) {
    this.#base = startOffset;
    this.#lineStart = startOffset;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(newline, start);
      if (end < 0) break;
      if (this.#partsLength === 0) this.#emit(chunk, start, end);
      else this.#finishParts(chunk.subarray(start, end));
      this.#line++;
      start = end + 1;
      this.#lineStart = this.#base + start;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
    this.#base += chunk.length;
  }

  end(): void {
    if (this.#partsLength > 0) this.#finishParts(Buffer.alloc(0));
  }

  remainder(): Remainder {
    const head = this.#parts[0]?.toString('utf8', 0, headBytes) ?? '';
    return { offset: this.#lineStart, length: this.#partsLength, line: this.#line, head };
  }

  #keep(part: Buffer): void {
    this.#partsLength += part.length;
    if (this.#partsLength > this.recordBytesMax) {
      if (!this.#skipping)
        this.#parts = [Buffer.concat([...this.#parts, part.subarray(0, headBytes)]).subarray(0, headBytes)];
      this.#skipping = true;
    } else {
      // A copy, because the chunk's memory is used again.
      this.#parts.push(Buffer.from(part));
    }
  }

  #finishParts(last: Buffer): void {
    if (last.length > 0) this.#keep(last);
    if (this.#skipping) {
      this.sink.tooLong(this.#parts[0] ?? last, this.#partsLength, this.#lineStart, this.#line);
    } else {
      const whole = this.#parts.length === 1 ? this.#parts[0] : undefined;
      const bytes = whole ?? Buffer.concat(this.#parts, this.#partsLength);
      this.#emit(bytes, 0, bytes.length);
    }
    this.#parts = [];
    this.#partsLength = 0;
    this.#skipping = false;
  }

  #emit(bytes: Buffer, start: number, end: number): void {
    const last = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
    if (isBlank(bytes, start, last)) return;
    if (last - start > this.recordBytesMax)
      this.sink.tooLong(bytes.subarray(start, start + headBytes), last - start, this.#lineStart, this.#line);
    else this.sink.record(bytes, start, last, this.#lineStart, this.#line);
  }
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte !== 32 && byte !== 9 && byte !== carriageReturn) return false;
  }
  return true;
}
