import type { CrashDump } from '../dump.js';
import { endStream } from './end-stream.js';
import { type FatalDraft, hasHead, type HeadMessage } from './fatal-draft.js';
import { knownMessageAtEnd } from './known-message.js';
import type { DumpLimits } from './limits.js';
import { readRow } from './read-row.js';
import type { LooseHead } from './reader-state.js';
import type { Row } from './row.js';
import { readStream, writtenStream } from './written-stream.js';
import { isOpen, startStream, type StreamContext, type StreamState } from './stream-state.js';

const fatalLead = 'fatal error: ';
/** A message belongs to the goroutine that begins within so many lines. */
const looseHeadLines = 4;

/** The sources whose lines are read at once, each with the dump that it is in. */
export class StreamTable {
  readonly #limits: DumpLimits;
  readonly #streams: Map<string, StreamState>;
  readonly #context: StreamContext;
  #looseHead: LooseHead | null;

  constructor(
    limits: DumpLimits,
    state: { readonly streams: readonly [string, StreamState][]; readonly looseHead: LooseHead | null },
    emit: (dump: CrashDump) => void,
  ) {
    this.#limits = limits;
    this.#streams = new Map(state.streams.map(([source, stream]) => [source, readStream(stream)]));
    this.#looseHead = state.looseHead;
    const frames = state.streams.reduce((sum, [, { fatal }]) => sum + (fatal?.framesKept ?? 0), 0);
    this.#context = {
      kept: { frames },
      limits,
      looseHead: (stream, draft) => this.#takeLooseHead(stream, draft),
      emit,
    };
  }

  /** A row of a dump. `learned`: its wrapping has no recogniser but was inferred from the lines. */
  row(row: Row, text: string, source: string, learned: boolean, line: number): void {
    if (row.kind === 'fatal' && (source !== '' || row.column > 1)) this.#keepLooseHead(text, source, line);
    const stream = this.#stream(source, learned, line);
    readRow(stream, row, text, line, this.#context);
    if (row.kind === 'fatal' || row.kind === 'goroutine') this.#inheritPanics(stream);
  }

  /** A line that is no row of a dump. */
  foreign(text: string, source: string, line: number): void {
    if (text.includes(fatalLead)) this.#keepLooseHead(text, source, line);
    const stream = this.#streams.get(source);
    if (stream !== undefined) readRow(stream, null, text, line, this.#context);
  }

  /** Rows behind a tab, or behind the blanks that it became, belong to a panic that came before. */
  isInPanic(source: string): boolean {
    const fatal = this.#streams.get(source)?.fatal;
    return fatal != null && fatal.panics.length > 0 && fatal.goroutines.length === 0;
  }

  /** Indented rows belong to what is open: a report of the race detector, or a frame whose file row has not come. */
  takesIndented(source: string): boolean {
    const stream = this.#streams.get(source);
    if (stream === undefined) return false;
    const current = stream.fatal?.current;
    const frame = current?.createdBy ?? current?.frames.at(-1);
    return stream.race !== null || (frame != null && frame.file === null);
  }

  /** A dump of this very source is open: its next row may come. */
  isInFatal(source: string): boolean {
    return this.#streams.get(source)?.fatal != null;
  }

  /** Whether the next line may still belong to a dump. */
  isOpen(): boolean {
    for (const stream of this.#streams.values())
      if (isOpen(stream) || stream.heldHeads.length > 0 || stream.raceRows !== null) return true;
    return false;
  }

  /** Ends the dumps of sources that have been silent for too long, and forgets sources without one. */
  sweep(line: number): void {
    for (const [source, stream] of this.#streams) {
      if (isOpen(stream) && line - stream.lastLine <= this.#limits.gapLinesMax) continue;
      endStream(stream, this.#context);
      this.#streams.delete(source);
    }
  }

  endAll(): void {
    for (const stream of this.#streams.values()) endStream(stream, this.#context);
    this.#streams.clear();
  }

  state(): { streams: [string, StreamState][]; looseHead: LooseHead | null } {
    return {
      streams: [...this.#streams].map(([source, stream]) => [source, writtenStream(stream)]),
      looseHead: this.#looseHead,
    };
  }

  /**
   * A panic's value may hold a dump in a wrapping of its own: to whoever reads on, the panic comes before it. And where only the first line of a
   * record has the wrapping, the panic is that of the dump right behind it.
   */
  #inheritPanics({ source, fatal }: StreamState): void {
    if (fatal === null || fatal.panics.length > 0 || fatal.goroutines.length > 1) return;
    for (const other of this.#streams.values()) {
      if (other.source === source || !isWithin(other.source, source) || !this.isInPanic(other.source))
        continue;
      const isNext = fatal.firstLine - (other.fatal?.lastLine ?? 0) <= looseHeadLines;
      if (!isNext && !source.startsWith(other.source)) continue;
      fatal.panics.push(...(other.fatal?.panics ?? []));
      if (isNext) other.fatal = null;
    }
  }

  #keepLooseHead(text: string, stream: string, line: number): void {
    const message = knownMessageAtEnd(text);
    if (message === null || !text.endsWith(fatalLead + message)) return;
    // Wherever it stood: not where the runtime writes it in a dump without a wrapping.
    const column = Math.max(2, text.length - message.length - fatalLead.length);
    this.#looseHead = { message, column, line, stream };
  }

  #takeLooseHead(stream: StreamState, draft: FatalDraft): HeadMessage | null {
    const loose = this.#looseHead;
    if (loose === null || loose.line > draft.firstLine) return null;
    if (!isWithin(loose.stream, stream.source) || (hasHead(draft) && loose.stream === stream.source))
      return null;
    if (draft.firstLine - loose.line > (hasHead(draft) ? 1 : looseHeadLines)) return null;
    this.#looseHead = null;
    const from = this.#streams.get(loose.stream);
    if (from?.fatal?.goroutines.length === 0) from.fatal = null;
    return { message: loose.message, column: loose.column, line: loose.line };
  }

  #stream(source: string, learned: boolean, line: number): StreamState {
    const known = this.#streams.get(source);
    if (known !== undefined) return known;
    if (this.#streams.size >= this.#limits.streamsMax) this.#endOldest();
    const stream = startStream(source, learned, line);
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
}

/** One source is the other in one more wrapping. */
function isWithin(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
