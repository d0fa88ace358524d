import { startFatal } from './fatal-draft.js';
import { startGoroutine } from './goroutine-draft.js';
import type { GoroutineHeader } from './goroutine-header.js';
import { addFrameRow, type FrameRow, openGoroutine, openHeader } from './read-frames.js';
import type { Row } from './row.js';
import type { HeldRow, StreamContext, StreamState } from './stream-state.js';

/**
 * Frames stood right before a header. What follows the header tells the order: a function row in a log that runs forward; a blank line, the file
 * row of the next block or the message where it runs backward, newest line first.
 */
export function settleHeader(stream: StreamState, next: Row | null, context: StreamContext): void {
  const held = stream.heldHeader;
  if (held === null) return;
  stream.heldHeader = null;
  if (runsBackward(stream, next)) return closeReversed(stream, held.header, context);
  flushOrphans(stream, context);
  openHeader(stream, held.header, held.line, context);
}

function runsBackward({ fatal, orphans }: StreamState, next: Row | null): boolean {
  if (fatal?.reversed === true) return true;
  if (fatal !== null && fatal.goroutines.length + fatal.fatals.length > 0) return false;
  const last = orphans.at(-1)?.row.kind;
  if (last !== 'function' && last !== 'unavailable') return false;
  return (
    next === null || (next.kind !== 'function' && next.kind !== 'unavailable' && next.kind !== 'goroutine')
  );
}

/** In a reversed log the header ends its goroutine. */
function closeReversed(stream: StreamState, header: GoroutineHeader | null, context: StreamContext): void {
  const rows = stream.orphans.reverse();
  stream.orphans = [];
  const line = rows[0]?.line ?? stream.lastLine;
  const draft = (stream.fatal ??= startFatal(rows.at(-1)?.line ?? line));
  if (!draft.reversed) draft.losses.push('lines reversed');
  draft.reversed = true;
  fill(stream, header, rows, context);
  draft.current = null;
  draft.lastLine = stream.lastLine;
}

/** Frames without a header of their own become a goroutine without one. */
export function flushOrphans(stream: StreamState, context: StreamContext): void {
  const rows = stream.orphans;
  if (rows.length === 0) return;
  if (stream.fatal?.reversed === true) return closeReversed(stream, null, context);
  stream.orphans = [];
  if (isPanicValue(stream, rows)) return;
  stream.fatal ??= startFatal(rows[0]?.line ?? stream.lastLine);
  fill(stream, null, rows, context);
}

/** From Go 1.23 each line of a panic's value stands behind a tab, so that of a stack in it only the file rows look like rows. */
function isPanicValue({ fatal }: StreamState, rows: readonly HeldRow[]): boolean {
  if (fatal === null || fatal.panics.length === 0 || fatal.goroutines.length > 0) return false;
  return rows.every(({ row }) => row.kind === 'file');
}

function fill(
  stream: StreamState,
  header: GoroutineHeader | null,
  rows: readonly HeldRow[],
  context: StreamContext,
): void {
  const draft = stream.fatal;
  if (draft === null) return;
  const goroutine = startGoroutine(header, rows[0]?.line ?? stream.lastLine);
  for (const { row } of rows) if (isFrameRow(row)) addFrameRow(goroutine, row, context.limits.framesMax);
  openGoroutine(draft, goroutine, context);
  if (rows.length > 0) draft.lastLine = Math.max(draft.lastLine, rows.at(-1)?.line ?? 0);
}

function isFrameRow(row: Row): row is FrameRow {
  return ['function', 'file', 'created', 'elided', 'unavailable'].includes(row.kind);
}
