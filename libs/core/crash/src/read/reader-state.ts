import type { StreamState } from './stream-state.js';
import { startWrapping, type WrappingState } from './wrapping-state.js';

/** A message at the end of a line that is not of a dump by itself: the first line of a record may carry the wrapping alone. */
export interface LooseHead {
  message: string;
  column: number;
  line: number;
  stream: string;
}

/** Everything that a reader knows, as a plain value: written as JSON and given back, reading goes on. */
export interface DumpReaderState {
  /** In order of their last line, the one silent for longest first. */
  streams: [string, StreamState][];
  wrapping: WrappingState;
  looseHead: LooseHead | null;
  lines: number;
  cutLine: number;
}

export function startReader(): DumpReaderState {
  return { streams: [], wrapping: startWrapping(), looseHead: null, lines: 0, cutLine: 0 };
}
