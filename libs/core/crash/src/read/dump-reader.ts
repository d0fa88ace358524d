import type { CrashDump } from '../dump.js';
import { type DumpLimits, dumpLimits } from './limits.js';
import { LineUnwrapper } from './line-unwrapper.js';
import { type DumpReaderState, startReader } from './reader-state.js';
import { StreamTable } from './stream-table.js';

/** Reads the lines of any log, of any mixture of sources, and gives the Go dumps in it. */
export interface DumpReader {
  /** One line without its line break. Gives the dumps that are over. Never throws; costs time in proportion to the line. */
  push(text: string, lineNumber: number): readonly CrashDump[];
  /** No line follows: gives what is still open. */
  end(): readonly CrashDump[];
  /** Whether the next line may still belong to what was pushed. False: a new reader would read on alike. */
  isOpen(): boolean;
  /** A copy of what is known: `createDumpReader({ state })` goes on from there, in another process too. */
  state(): DumpReaderState;
}

/** How often silent sources are looked for, in lines. */
const sweepLines = 1024;

/** A reader at the start of a log, or where the reader that gave `state` was. */
export function createDumpReader(
  options: { readonly limits?: Partial<DumpLimits>; readonly state?: DumpReaderState } = {},
): DumpReader {
  return new LineReader({ ...dumpLimits, ...options.limits }, options.state ?? startReader());
}

/** Reads back what this file wrote itself, so that nothing has to be checked. */
const parseState: (text: string) => DumpReaderState = JSON.parse;

class LineReader implements DumpReader {
  readonly #limits: DumpLimits;
  readonly #streams: StreamTable;
  readonly #unwrapper: LineUnwrapper;
  #lines: number;
  /** The last line that was cut. */
  #cutLine: number;
  #dumps: CrashDump[] = [];

  constructor(limits: DumpLimits, state: DumpReaderState) {
    this.#limits = limits;
    this.#lines = state.lines;
    this.#cutLine = state.cutLine;
    this.#streams = new StreamTable(limits, state, (dump) => this.#dumps.push(this.#noted(dump)));
    this.#unwrapper = new LineUnwrapper(limits, state.wrapping, this.#streams);
  }

  push(text: string, lineNumber: number): readonly CrashDump[] {
    if (++this.#lines % sweepLines === 0) this.#streams.sweep(lineNumber);
    const { lineCharsMax } = this.#limits;
    const isCut = text.length > lineCharsMax;
    if (isCut) this.#cutLine = lineNumber;
    this.#unwrapper.read(isCut ? text.slice(0, lineCharsMax) : text, lineNumber);
    return this.#taken();
  }

  end(): readonly CrashDump[] {
    this.#unwrapper.end();
    this.#streams.endAll();
    return this.#taken();
  }

  isOpen(): boolean {
    return this.#streams.isOpen() || this.#unwrapper.isOpen();
  }

  state(): DumpReaderState {
    const state = {
      ...this.#streams.state(),
      wrapping: this.#unwrapper.state(),
      lines: this.#lines,
      cutLine: this.#cutLine,
    };
    // A copy in depth: the drafts in it go on changing here.
    return parseState(JSON.stringify(state));
  }

  #noted(dump: CrashDump): CrashDump {
    if (this.#cutLine < dump.firstLine || this.#cutLine > dump.lastLine) return dump;
    return { ...dump, losses: [...dump.losses, 'line too long'] };
  }

  #taken(): readonly CrashDump[] {
    if (this.#dumps.length === 0) return none;
    const taken = this.#dumps;
    this.#dumps = [];
    return taken;
  }
}

const none: readonly CrashDump[] = [];
