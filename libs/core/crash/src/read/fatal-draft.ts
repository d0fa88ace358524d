import type { DumpLoss, DumpSignal } from '../dump.js';
import type { FrameDraft, GoroutineDraft } from './goroutine-draft.js';

export interface HeadMessage {
  message: string;
  column: number;
  line: number;
}

/** A dump of a dead process while its rows arrive. A plain value. */
export interface FatalDraft {
  fatals: HeadMessage[];
  panics: HeadMessage[];
  signal: DumpSignal | null;
  preamble: string[];
  goroutines: GoroutineDraft[];
  goroutinesBeyond: number;
  /** Of the goroutines that are over. */
  framesKept: number;
  /** Stacks of goroutines that came last: the next one is often equal. */
  stacks: FrameDraft[][];
  /** Rows now go to this one, which may be beyond the limit and then is not among `goroutines`. */
  current: GoroutineDraft | null;
  /** Where `current` is among `goroutines`, in a state that was written; -1 otherwise. */
  currentAt: number;
  exitCode: number | null;
  losses: DumpLoss[];
  /** Which fatals have their message in a later row, because something was printed in between. */
  awaited: number[];
  /** After `-----`: bodies that are printed once more, per thread. */
  inThreads: boolean;
  /** Rows arrive newest first. */
  reversed: boolean;
  /** Foreign lines since the last row of the dump. */
  foreignLines: number;
  blankBefore: boolean;
  firstLine: number;
  lastLine: number;
}

export function startFatal(line: number): FatalDraft {
  return {
    fatals: [],
    panics: [],
    signal: null,
    preamble: [],
    goroutines: [],
    goroutinesBeyond: 0,
    framesKept: 0,
    stacks: [],
    current: null,
    currentAt: -1,
    exitCode: null,
    losses: [],
    awaited: [],
    inThreads: false,
    reversed: false,
    foreignLines: 0,
    blankBefore: false,
    firstLine: line,
    lastLine: line,
  };
}

export function lose(draft: { losses: DumpLoss[] }, loss: DumpLoss): void {
  if (!draft.losses.includes(loss)) draft.losses.push(loss);
}

export function hasHead(draft: FatalDraft): boolean {
  return draft.fatals.length > 0 || draft.panics.length > 0 || draft.signal !== null;
}
