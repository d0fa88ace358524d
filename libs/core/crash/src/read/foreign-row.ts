import { endRace } from './end-race.js';
import { endStream } from './end-stream.js';
import { parseExitRow } from './exit-row.js';
import { takeAwaited } from './head-message.js';
import { settleHeader } from './settle-header.js';
import { isOpen, type StreamContext, type StreamState } from './stream-state.js';

/** A line of somebody else: skipped, as long as there are not too many of them before the dump goes on. */
export function foreignRow(stream: StreamState, text: string, line: number, context: StreamContext): void {
  if (!isOpen(stream)) return;
  if (stream.heldHeader !== null) settleHeader(stream, null, context);
  const { fatal, race } = stream;
  if (race !== null && ++race.foreignLines > context.limits.foreignLinesMax) endRace(stream, false, context);
  if (fatal === null) return dropOrphans(stream, line, context);
  if (takeAwaited(fatal, text)) {
    fatal.lastLine = line;
    return;
  }
  fatal.exitCode ??= parseExitRow(text);
  const { foreignLinesMax, gapLinesMax } = context.limits;
  // The value of a panic stands between its first line and the goroutines; if it were forgotten, a message in it would look like the runtime's.
  const isInPanic = fatal.panics.length > 0 && fatal.goroutines.length === 0;
  if (++fatal.foreignLines > (isInPanic ? gapLinesMax : foreignLinesMax)) endStream(stream, context);
}

function dropOrphans(stream: StreamState, line: number, context: StreamContext): void {
  const last = stream.orphans.at(-1);
  if (last !== undefined && line - last.line > context.limits.foreignLinesMax) endStream(stream, context);
}
