import type { CrashDump } from '../dump.js';
import { cleanLine } from '../unwrap/clean-line.js';
import { hasEscapedRows, unescapeQuoted } from '../unwrap/escapes.js';
import { layersMax, peelLayer } from '../unwrap/peel-line.js';
import { classifyRow } from './classify-row.js';
import { endStream } from './end-stream.js';
import type { HeadMessage } from './fatal-draft.js';
import { knownMessageAtEnd } from './known-message.js';
import { type DumpLimits, dumpLimits } from './limits.js';
import { readRow } from './read-row.js';
import { type DumpReaderState, startReader } from './reader-state.js';
import { isOpen, startStream, type StreamContext, type StreamState } from './stream-state.js';

/** Reads the lines of any log, of any mixture of sources, and gives the Go dumps in it. */
export interface DumpReader {
  /** One line without its line break. Gives the dumps that are over. Never throws; costs time in proportion to the line. */
  push(text: string, lineNumber: number): readonly CrashDump[];
  /** No line follows: gives what is still open. */
  end(): readonly CrashDump[];
  /** A copy of what is known: `createDumpReader({ state })` goes on from there, in another process too. */
  state(): DumpReaderState;
}

/** How often silent sources are looked for, in lines. */
const sweepLines = 1024;
/** A message belongs to the goroutine that begins within so many lines. */
const looseHeadLines = 4;
const fatalLead = 'fatal error: ';

export function createDumpReader(
  options: { readonly limits?: Partial<DumpLimits>; readonly state?: DumpReaderState } = {},
): DumpReader {
  return new LineReader({ ...dumpLimits, ...options.limits }, options.state ?? startReader());
}

class LineReader implements DumpReader {
  readonly #limits: DumpLimits;
  readonly #streams: Map<string, StreamState>;
  readonly #partials: Map<string, string>;
  readonly #rest: DumpReaderState;
  readonly #context: StreamContext;
  #dumps: CrashDump[] = [];

  constructor(limits: DumpLimits, state: DumpReaderState) {
    this.#limits = limits;
    this.#rest = { ...state };
    this.#streams = new Map(state.streams);
    this.#partials = new Map(state.partials);
    this.#context = {
      limits,
      looseHead: (line) => this.#takeLooseHead(line),
      emit: (dump) => this.#dumps.push(dump),
    };
  }

  push(text: string, lineNumber: number): readonly CrashDump[] {
    if (++this.#rest.lines % sweepLines === 0) this.#sweep(lineNumber);
    const bounded = text.length > this.#limits.lineCharsMax ? text.slice(0, this.#limits.lineCharsMax) : text;
    this.#read(cleanLine(bounded), '', lineNumber, layersMax);
    return this.#taken();
  }

  end(): readonly CrashDump[] {
    for (const stream of this.#streams.values()) endStream(stream, this.#context);
    this.#streams.clear();
    this.#partials.clear();
    return this.#taken();
  }

  state(): DumpReaderState {
    const whole = { ...this.#rest, streams: [...this.#streams], partials: [...this.#partials] };
    const copy: DumpReaderState = JSON.parse(JSON.stringify(whole));
    return copy;
  }

  #taken(): readonly CrashDump[] {
    if (this.#dumps.length === 0) return this.#dumps;
    const taken = this.#dumps;
    this.#dumps = [];
    return taken;
  }

  /** A row of a dump as it is; else what is in its wrapping; else somebody else's line. */
  #read(text: string, source: string, line: number, layersLeft: number): void {
    this.#rest.steps++;
    const row = classifyRow(text);
    if (row !== null) {
      if (row.kind === 'fatal' && source !== '') this.#keepLooseHead(text, source, line);
      return readRow(this.#stream(source, line), row, text, line, this.#context);
    }
    const inner = layersLeft > 0 ? peelLayer(text) : null;
    if (inner !== null)
      return this.#readInner(inner.text, source + inner.source, inner.partial, line, layersLeft);
    if (layersLeft > 0 && hasEscapedRows(text))
      return this.#readInner(unescapeQuoted(text), source, false, line, layersLeft);
    this.#foreign(text, source, line);
  }

  #readInner(text: string, source: string, partial: boolean, line: number, layersLeft: number): void {
    const before = this.#partials.get(source);
    if (before === undefined && !partial) return this.#readLines(text, source, line, layersLeft - 1);
    const whole = (before ?? '') + text;
    this.#partials.delete(source);
    if (!partial || whole.length > this.#limits.lineCharsMax)
      this.#readLines(whole, source, line, layersLeft - 1);
    else if (this.#partials.size < this.#limits.streamsMax) this.#partials.set(source, whole);
  }

  #readLines(text: string, source: string, line: number, layersLeft: number): void {
    if (!text.includes('\n')) return this.#read(cleanLine(text), source, line, layersLeft);
    for (const part of text.split('\n')) this.#read(cleanLine(part), source, line, layersLeft);
  }

  #foreign(text: string, source: string, line: number): void {
    const stream = this.#streams.get(source);
    if (text.includes(fatalLead)) this.#keepLooseHead(text, source, line);
    if (stream !== undefined) readRow(stream, null, text, line, this.#context);
  }

  #keepLooseHead(text: string, stream: string, line: number): void {
    const message = knownMessageAtEnd(text);
    if (message === null || !text.endsWith(fatalLead + message)) return;
    // Wherever it stood: not where the runtime writes it in a dump without a wrapping.
    const column = Math.max(2, text.length - message.length - fatalLead.length);
    this.#rest.looseHead = { message, column, line, stream };
  }

  #takeLooseHead(line: number): HeadMessage | null {
    const loose = this.#rest.looseHead;
    this.#rest.looseHead = null;
    if (loose === null || line - loose.line > looseHeadLines) return null;
    const from = this.#streams.get(loose.stream);
    if (from?.fatal?.goroutines.length === 0) from.fatal = null;
    return { message: loose.message, column: loose.column, line: loose.line };
  }

  #stream(source: string, line: number): StreamState {
    const known = this.#streams.get(source);
    if (known !== undefined) return known;
    if (this.#streams.size >= this.#limits.streamsMax) this.#endOldest();
    const stream = startStream(false, line);
    this.#streams.set(source, stream);
    return stream;
  }

  #endOldest(): void {
    let oldest: [string, StreamState] | null = null;
    for (const entry of this.#streams)
      if (oldest === null || entry[1].lastLine < oldest[1].lastLine) oldest = entry;
    if (oldest === null) return;
    endStream(oldest[1], this.#context);
    this.#streams.delete(oldest[0]);
  }

  #sweep(line: number): void {
    for (const [source, stream] of this.#streams) {
      if (isOpen(stream) && line - stream.lastLine <= this.#limits.gapLinesMax) continue;
      endStream(stream, this.#context);
      this.#streams.delete(source);
    }
  }
}
