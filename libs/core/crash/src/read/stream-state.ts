import type { CrashDump } from '../dump.js';
import type { FatalDraft, HeadMessage } from './fatal-draft.js';
import type { GoroutineHeader } from './goroutine-header.js';
import type { DumpLimits } from './limits.js';
import type { RaceDraft } from './race-draft.js';
import type { Row } from './row.js';

export interface HeldRow {
  row: Row;
  line: number;
}

/** What is known of one source of lines. A plain value. */
export interface StreamState {
  readonly source: string;
  /** The wrapping was learned from the lines themselves, so a message alone proves nothing. */
  learned: boolean;
  fatal: FatalDraft | null;
  race: RaceDraft | null;
  /** The rows since a rule that no report began behind: a report whose lines come newest first. Null outside. */
  raceRows: HeldRow[] | null;
  /** Frames that no header came before: the head is cut, a header is lost, or the rows come newest first. */
  orphans: HeldRow[];
  /** A header right behind such frames, until the next row tells which of the three it is. */
  heldHeader: { header: GoroutineHeader; line: number } | null;
  /** Messages that came after goroutines: of the next dump, or of a second thread that dies. */
  heldHeads: HeldRow[];
  lastLine: number;
}

/** What the steps of one stream need beside its state. */
export interface StreamContext {
  readonly limits: DumpLimits;
  /** A message that stood at the end of a line of somebody else just before this line: the very line before, if the dump has one of its own. */
  readonly looseHead: (stream: StreamState, draft: FatalDraft) => HeadMessage | null;
  readonly emit: (dump: CrashDump) => void;
  /** How many frames all open dumps hold. */
  readonly kept: { frames: number };
}

export function startStream(source: string, learned: boolean, line: number): StreamState {
  return {
    source,
    learned,
    fatal: null,
    race: null,
    raceRows: null,
    orphans: [],
    heldHeader: null,
    heldHeads: [],
    lastLine: line,
  };
}

/** True while lines of this source may still belong to a dump. */
export function isOpen(stream: StreamState): boolean {
  return (
    stream.fatal !== null || stream.race !== null || stream.orphans.length > 0 || stream.heldHeader !== null
  );
}
