import { addHead, type HeadRow, headRowsMax } from './add-head.js';
import { endFatal } from './end-fatal.js';
import { type FatalDraft, startFatal } from './fatal-draft.js';
import { flushOrphans } from './settle-header.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** Lines between two messages of one dump. */
const headGapLines = 16;
const headForeignLines = 2;

/** A row that stands before the goroutines of a dump; in a reversed log, after them. */
export function readHead(
  stream: StreamState,
  row: HeadRow,
  text: string,
  line: number,
  context: StreamContext,
): void {
  if (stream.orphans.length > 0) flushOrphans(stream, context);
  const draft = stream.fatal;
  if (draft === null) {
    if (row.kind !== 'preamble') addHead((stream.fatal = startFatal(line)), row, text, line);
    return;
  }
  if (draft.goroutines.length === 0 || draft.reversed) {
    if (startsAnew(draft, row, line)) return readHead(endFatal(stream, context), row, text, line, context);
    return addHead(draft, row, text, line);
  }
  holdHead(stream, draft, row, text, line);
}

/** Messages that are far apart, or that end was said of in between, are of two processes. */
function startsAnew(draft: FatalDraft, row: HeadRow, line: number): boolean {
  if (draft.reversed || (row.kind !== 'fatal' && row.kind !== 'panic')) return false;
  if (draft.exitCode !== null) return true;
  // What follows a panic may be its value, however long: nothing in it is a message of the runtime (forgeries up to Go 1.22 have this form).
  if (draft.panics.length > 0) return false;
  return line - draft.lastLine > headGapLines || draft.foreignLines > headForeignLines;
}

/** After goroutines: GOTRACEBACK=crash prints signals per thread, a second thread prints its message, and the next process begins. */
function holdHead(stream: StreamState, draft: FatalDraft, row: HeadRow, text: string, line: number): void {
  if (row.kind === 'fatal' || row.kind === 'panic' || row.kind === 'signal') {
    if (stream.heldHeads.length < headRowsMax) stream.heldHeads.push({ row, line });
  } else if (row.kind === 'preamble') {
    if (draft.preamble.length < headRowsMax) draft.preamble.push(text.slice(0, 1024));
  } else {
    draft.inThreads = true;
    draft.current = null;
  }
  draft.lastLine = line;
}
