import { addHead } from './add-head.js';
import { endFatal } from './end-fatal.js';
import { endRace } from './end-race.js';
import { flushOrphans, settleHeader } from './settle-header.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** Ends whatever is open: the source is silent or the log is over. */
export function endStream(stream: StreamState, context: StreamContext): void {
  if (stream.race !== null) endRace(stream, false, context);
  settleHeader(stream, null, context);
  flushOrphans(stream, context);
  for (const { row, line } of stream.heldHeads)
    if (stream.fatal !== null && (row.kind === 'fatal' || row.kind === 'panic' || row.kind === 'signal'))
      addHead(stream.fatal, row, '', line);
  stream.heldHeads = [];
  endFatal(stream, context);
}
