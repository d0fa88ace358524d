import { keepGoroutine } from './keep-goroutine.js';
import { addHead } from './add-head.js';
import { endFatal } from './end-fatal.js';
import { type FatalDraft, hasHead, lose, startFatal } from './fatal-draft.js';
import { addCreated, addFile, addFunction, type GoroutineDraft, startGoroutine } from './goroutine-draft.js';
import type { GoroutineHeader } from './goroutine-header.js';
import type { Row } from './row.js';
import type { StreamContext, StreamState } from './stream-state.js';

export type FrameRow = Extract<Row, { kind: 'function' | 'file' | 'created' | 'elided' | 'unavailable' }>;

/** Twice the hundred frames that the runtime prints, with their file rows, and some more. */
const orphansMax = 512;

/** One blank line stands between two goroutines. */
const blockGapLines = 2;

/** A row of a stack: it belongs to the goroutine whose header came before. */
export function readFrameRow(stream: StreamState, row: FrameRow, line: number, context: StreamContext): void {
  const draft = stream.fatal;
  const goroutine = draft?.current ?? null;
  if (draft === null || draft.reversed || goroutine === null) {
    if (draft?.inThreads !== true) holdOrphan(stream, row, line, context);
    return;
  }
  if (stream.heldHeads.length > 0) joinHeads(stream, draft);
  if (draft.foreignLines > 0) lose(draft, 'lines interleaved');
  draft.foreignLines = 0;
  draft.lastLine = line;
  if (row.kind === 'function' && startsHeaderless(draft, goroutine, row.row.function)) {
    const next = startGoroutine(null, line);
    openGoroutine(draft, next, context);
    return addFrameRow(next, row, context.limits.framesMax);
  }
  draft.blankBefore = false;
  addFrameRow(goroutine, row, context.limits.framesMax);
}

/** A message in the middle of a body is that of a second thread. */
function joinHeads(stream: StreamState, draft: FatalDraft): void {
  for (const { row, line } of stream.heldHeads)
    if (row.kind === 'fatal' || row.kind === 'panic' || row.kind === 'signal') addHead(draft, row, '', line);
  stream.heldHeads = [];
}

/** Behind the last row that a goroutine can have, and behind a blank line, another one begins: its header is lost. */
function startsHeaderless(draft: FatalDraft, { createdBy, frames }: GoroutineDraft, next: string): boolean {
  if (createdBy !== null) return createdBy.file !== null || draft.blankBefore;
  if (!draft.blankBefore || next === 'runtime.main' || next === 'runtime.goexit') return false;
  const last = frames.at(-1)?.function;
  return last === 'main.main' || last === 'runtime.goexit';
}

function holdOrphan(stream: StreamState, row: FrameRow, line: number, context: StreamContext): void {
  const draft = stream.fatal;
  if (draft !== null && draft.reversed && hasHead(draft)) endFatal(stream, context);
  if (stream.orphans.length >= orphansMax) stream.orphans.shift();
  stream.orphans.push({ row, line });
}

export function addFrameRow(goroutine: GoroutineDraft, row: FrameRow, framesMax: number): void {
  switch (row.kind) {
    case 'function':
      return addFunction(goroutine, row.row, framesMax);
    case 'file':
      return addFile(goroutine, row.row, framesMax);
    case 'created':
      return addCreated(goroutine, row.row);
    case 'elided':
      goroutine.elidedFrames += row.frames;
      return;
    case 'unavailable':
      goroutine.stackUnavailable = true;
  }
}

/** A header opens a goroutine, unless frames stand right before it: then the next row tells what they are. */
export function readHeader(
  stream: StreamState,
  header: GoroutineHeader,
  line: number,
  context: StreamContext,
): void {
  if (stream.orphans.length > 0) {
    stream.heldHeader = { header, line };
    return;
  }
  openHeader(stream, header, line, context);
}

export function openHeader(
  stream: StreamState,
  header: GoroutineHeader,
  line: number,
  context: StreamContext,
): void {
  if (endsBefore(stream, header, line)) endFatal(stream, context);
  const draft = (stream.fatal ??= startFatal(line));
  if (draft.goroutines.length === 0) takeLooseHead(stream, draft, context);
  const { current } = draft;
  draft.foreignLines = 0;
  draft.lastLine = line;
  if (current !== null && isRepeated(current, header)) return;
  openGoroutine(draft, startGoroutine(header, line), context);
}

/** Stacks that a program logs one by one, without dying, are not one dump. */
function endsBefore({ fatal }: StreamState, header: GoroutineHeader, line: number): boolean {
  if (fatal === null || fatal.goroutines.length === 0) return false;
  if (fatal.exitCode !== null) return true;
  if (hasHead(fatal) || header.state !== 'running' || fatal.current?.header.id === header.id) return false;
  return fatal.foreignLines > 0 || line - fatal.lastLine > blockGapLines;
}

/** Where only the first line of a record has the wrapping, the message is in another source than its goroutines. */
function takeLooseHead(stream: StreamState, draft: FatalDraft, context: StreamContext): void {
  const loose = context.looseHead(stream, draft);
  if (loose === null) return;
  draft.fatals.unshift(loose);
  draft.awaited = draft.awaited.map((index) => index + 1);
  draft.firstLine = loose.line;
}

/** A header that was written twice. A body that says nothing but that its stack is unavailable is one: there, two threads died. */
function isRepeated(
  { header, frames, createdBy, stackUnavailable }: GoroutineDraft,
  next: GoroutineHeader,
): boolean {
  if (header.id !== next.id || header.state !== next.state) return false;
  return frames.length === 0 && createdBy === null && !stackUnavailable;
}

export function openGoroutine(draft: FatalDraft, goroutine: GoroutineDraft, context: StreamContext): void {
  draft.blankBefore = false;
  draft.current = goroutine;
  const { goroutines } = draft;
  if (draft.inThreads) {
    const known = goroutines.find(({ header }) => header.id === goroutine.header.id);
    // The thread's own printing adds the stack that was unavailable before; what was printed already says no more.
    if (known !== undefined) {
      draft.current = known.stackUnavailable && known.frames.length === 0 ? known : null;
      return;
    }
  }
  keepGoroutine(draft, goroutine, context);
}
