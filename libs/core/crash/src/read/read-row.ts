import { lose } from './fatal-draft.js';
import { endFatal } from './end-fatal.js';
import { foreignRow } from './foreign-row.js';
import { readFrameRow, readHeader } from './read-frames.js';
import { readHead } from './read-head.js';
import { readRaceRow } from './read-race.js';
import { startGoroutine } from './goroutine-draft.js';
import type { Row } from './row.js';
import { settleHeader } from './settle-header.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** One step: what a line means to the dump of its source. `row` is null for a line that is no row of a dump. */
export function readRow(
  stream: StreamState,
  row: Row | null,
  text: string,
  line: number,
  context: StreamContext,
): void {
  stream.lastLine = line;
  if (row === null) return foreignRow(stream, text, line, context);
  if (stream.heldHeader !== null) settleHeader(stream, row, context);
  if (readRaceRow(stream, row, line, context)) return;
  readFatalRow(stream, row, text, line, context);
}

function readFatalRow(
  stream: StreamState,
  row: Row,
  text: string,
  line: number,
  context: StreamContext,
): void {
  switch (row.kind) {
    case 'blank':
      if (stream.fatal !== null) stream.fatal.blankBefore = true;
      return readBlank(stream, context);
    case 'function':
      // Two spaces before a name are a report of the race detector.
      if (row.indented) return;
      return readFrameRow(stream, row, line, context);
    case 'file':
    case 'created':
    case 'elided':
    case 'unavailable':
      return readFrameRow(stream, row, line, context);
    case 'goroutine':
      return readHeader(stream, row.header, line, context);
    case 'fatal':
    case 'panic':
    case 'signal':
    case 'signal-head':
    case 'preamble':
      return readHead(stream, row, text, line, context);
    case 'thread':
      return startThreads(stream, line);
    case 'system-stack':
      return skipSystemStack(stream, line);
    default:
      return undefined;
  }
}

function readBlank(stream: StreamState, context: StreamContext): void {
  const held = stream.heldHeads;
  if (held.length === 0 || stream.fatal?.reversed === true) return;
  // The runtime prints a blank line between the message and the goroutine: this is the next dump, not a second thread.
  endFatal(stream, context);
  stream.heldHeads = [];
  for (const { row, line } of held)
    if (row.kind === 'fatal' || row.kind === 'panic' || row.kind === 'signal')
      readHead(stream, row, '', line, context);
}

/** The runtime's own stack, on which it found the fault: only functions of the runtime are on it, and it is no goroutine's. */
function skipSystemStack({ fatal }: StreamState, line: number): void {
  if (fatal === null) return;
  fatal.current = startGoroutine(null, line);
  fatal.lastLine = line;
}

function startThreads(stream: StreamState, line: number): void {
  const { fatal } = stream;
  if (fatal === null || fatal.goroutines.length === 0) return;
  fatal.inThreads = true;
  fatal.current = null;
  fatal.lastLine = line;
  if (fatal.foreignLines > 0) lose(fatal, 'lines interleaved');
  fatal.foreignLines = 0;
}
