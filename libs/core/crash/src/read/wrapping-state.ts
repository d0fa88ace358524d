import type { JournalRecord } from '../unwrap/journal-export.js';

/** What is known of wrappings that go over several lines. A plain value. */
export interface WrappingState {
  /** Beginnings of lines that their wrapping continues in a later record. */
  partials: [string, string][];
  /** Prefixes that were learned: of which source, and their shape. */
  shapes: [string, string][];
  /** A CSV cell with line breaks that is open, and for how many lines nothing of a dump was in it. */
  cell: { source: string; quietLines: number } | null;
  journal: JournalRecord | null;
  /** Texts looked at so far. */
  steps: number;
}

export function startWrapping(): WrappingState {
  return { partials: [], shapes: [], cell: null, journal: null, steps: 0 };
}
