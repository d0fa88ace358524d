import type { RecordSink, RecordSplitter, Remainder } from './record-sink.js';

const headBytes = 4096;

/**
 * JSON values spread over lines: each top-level value is a record, and each element of a top-level array or of a `Records` list. Tracks only
 * depth and strings, in bounded memory; whether a value is valid is the parser's question. A value that is too long is passed over.
 */
export class DocumentSplitter implements RecordSplitter {
  #base: number;
  #line = 1;
  /** Open brackets inside the current value; 0 between values. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Inside a top-level array or `Records` list. */
  #listed = false;
  /** A value that is no object or array: text or a number, up to the next comma, bracket or line end. */
  #bare = false;
  #valueStart = -1;
  #valueLine = 1;
  #parts: Buffer[] = [];
  #partsLength = 0;
  #skipping = false;

  /** `wrapperBytes`: length of a `{"Records":[` that the sniffer has recognised at the start. */
  constructor(
    private readonly sink: RecordSink,
    private readonly documentBytesMax: number,
    startOffset: number,
    private wrapperBytes: number,
  ) {
    this.#base = startOffset;
    this.#wrapped = wrapperBytes > 0;
  }
  readonly #wrapped: boolean;
  /** After the `Records` list: other members of the wrapper follow, which are no records. */
  #afterList = false;

  push(chunk: Buffer): void {
    let from = this.#valueStart < 0 ? -1 : 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === 10) this.#line++;
      if (this.wrapperBytes > 0) {
        if (--this.wrapperBytes === 0) this.#listed = true;
        continue;
      }
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === 92) this.#escaped = true;
        else if (byte === 34) this.#inString = false;
        continue;
      }
      if (this.#bare && (byte === 44 || byte === 93 || byte === 125 || byte === 10)) {
        this.#emit(chunk, from, i);
        from = -1;
      }
      if (this.#depth === 0 && !this.#bare) {
        // Between values: white space and commas are nothing.
        if (byte === 32 || byte === 9 || byte === 10 || byte === 13 || byte === 44 || byte === 125) {
          if (byte === 125) this.#afterList = false;
          continue;
        }
        if (this.#afterList) continue;
        if (byte === 93) {
          this.#listed = false;
          this.#afterList = this.#wrapped;
          continue;
        }
        if (byte === 91 && !this.#listed) {
          this.#listed = true;
          continue;
        }
        from = i;
        this.#valueStart = this.#base + i;
        this.#valueLine = this.#line;
        this.#bare = byte !== 123 && byte !== 91;
      }
      if (byte === 34) this.#inString = true;
      else if (byte === 123 || byte === 91) this.#depth++;
      else if (byte === 125 || byte === 93) {
        this.#depth--;
        if (this.#depth === 0) {
          this.#emit(chunk, from, i + 1);
          from = -1;
        }
      }
    }
    if (from >= 0) this.#keep(chunk.subarray(from));
    this.#base += chunk.length;
  }

  end(): void {
    // A value cut off at the end of the source is handed over as it is: the parser rejects it, so it is counted.
    if (this.#valueStart >= 0) this.#emit(Buffer.alloc(0), 0, 0);
  }

  remainder(): Remainder {
    if (this.#valueStart < 0) return { offset: this.#base, length: 0, line: this.#line, head: '' };
    const head = this.#parts[0]?.toString('utf8', 0, headBytes) ?? '';
    return { offset: this.#valueStart, length: this.#partsLength, line: this.#valueLine, head };
  }

  #keep(part: Buffer): void {
    this.#partsLength += part.length;
    if (this.#partsLength > this.documentBytesMax) {
      if (!this.#skipping)
        this.#parts = [Buffer.concat([...this.#parts, part.subarray(0, headBytes)]).subarray(0, headBytes)];
      this.#skipping = true;
    } else if (part.length > 0) {
      // A copy, because the chunk's memory is used again.
      this.#parts.push(Buffer.from(part));
    }
  }

  #emit(chunk: Buffer, from: number, end: number): void {
    if (this.#partsLength === 0 && end - from <= this.documentBytesMax) {
      this.sink.record(chunk, from, end, this.#valueStart, this.#valueLine);
    } else {
      this.#keep(chunk.subarray(from, end));
      if (this.#skipping)
        this.sink.tooLong(this.#parts[0] ?? chunk, this.#partsLength, this.#valueStart, this.#valueLine);
      else
        this.sink.record(Buffer.concat(this.#parts), 0, this.#partsLength, this.#valueStart, this.#valueLine);
    }
    this.#parts = [];
    this.#partsLength = 0;
    this.#skipping = false;
    this.#valueStart = -1;
    this.#bare = false;
    this.#inString = false;
    this.#escaped = false;
    this.#depth = 0;
  }
}
