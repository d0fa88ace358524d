import type { DumpFrame, DumpGoroutine } from '../dump.js';
import type { CreatedRow } from './created-row.js';
import type { FileRow } from './file-row.js';
import type { FunctionRow } from './function-row.js';
import type { GoroutineHeader } from './goroutine-header.js';

export interface FrameDraft {
  function: string;
  args: string | null;
  file: string | null;
  line: number | null;
}

interface CreatorDraft extends FrameDraft {
  goroutine: number | null;
}

/** A goroutine while its rows arrive. A plain value. */
export interface GoroutineDraft {
  header: GoroutineHeader;
  frames: FrameDraft[];
  createdBy: CreatorDraft | null;
  elidedFrames: number;
  stackUnavailable: boolean;
  framesBeyond: number;
  firstLine: number;
}

const lostHeader: GoroutineHeader = {
  id: -1,
  state: 'unknown',
  waitMinutes: null,
  lockedToThread: false,
  labels: {},
  systemLevel: false,
};

export function startGoroutine(header: GoroutineHeader | null, firstLine: number): GoroutineDraft {
  return {
    header: header ?? lostHeader,
    frames: [],
    createdBy: null,
    elidedFrames: 0,
    stackUnavailable: false,
    framesBeyond: 0,
    firstLine,
  };
}

export function addFunction(draft: GoroutineDraft, row: FunctionRow, framesMax: number): void {
  settleSwap(draft);
  if (draft.frames.length >= framesMax) draft.framesBeyond++;
  else draft.frames.push({ function: row.function, args: row.args, file: null, line: null });
}

export function addCreated(draft: GoroutineDraft, row: CreatedRow): void {
  settleSwap(draft);
  draft.createdBy ??= {
    function: row.function,
    args: null,
    file: null,
    line: null,
    goroutine: row.goroutine,
  };
}

/** The file row belongs to the function row before it, unless rows changed places or one of them is lost. */
export function addFile(draft: GoroutineDraft, row: FileRow, framesMax: number): void {
  const owner = draft.createdBy ?? draft.frames.at(-1);
  if (owner !== undefined && owner.file === null && draft.framesBeyond === 0) return place(owner, row);
  if (draft.createdBy !== null || draft.framesBeyond > 0) return;
  const before = draft.frames.at(-2);
  if (owner !== undefined && before !== undefined && before.file === null && before.function !== '') {
    place(before, { file: owner.file ?? '', line: owner.line ?? 0, foreignCode: false });
    return place(owner, row);
  }
  if (draft.frames.length < framesMax)
    draft.frames.push({ function: '', args: null, file: row.file, line: row.line });
}

function place(frame: FrameDraft, row: FileRow): void {
  frame.file = row.file;
  frame.line = row.line;
}

/** A file row without an owner, then a function row without a file: the two changed places. Told only when no file row follows. */
function settleSwap(draft: GoroutineDraft): void {
  const last = draft.frames.at(-1);
  const before = draft.frames.at(-2);
  if (last === undefined || last.file !== null || before === undefined) return;
  if (before.function !== '' || before.file === null || !belongsTo(last.function, before.file)) return;
  last.file = before.file;
  last.line = before.line;
  draft.frames.splice(-2, 1);
}

/** The folder of a source file is most often named like the last part of its package's path. `main` may live anywhere. */
export function belongsTo(name: string, file: string): boolean {
  const slash = name.lastIndexOf('/');
  const dot = name.indexOf('.', slash + 1);
  const packageName = name.slice(slash + 1, dot < 0 ? undefined : dot);
  if (packageName === 'main') return true;
  const parts = file.split(/[\\/]/);
  return (parts.at(-2) ?? packageName).startsWith(packageName.replaceAll('%2e', '.'));
}

export function finishGoroutine(draft: GoroutineDraft): DumpGoroutine {
  settleSwap(draft);
  const { header } = draft;
  // Field by field: a spread took a quarter of the time of a whole reading.
  return {
    id: header.id,
    state: header.state,
    waitMinutes: header.waitMinutes,
    lockedToThread: header.lockedToThread,
    labels: header.labels,
    systemLevel: header.systemLevel,
    frames: draft.frames satisfies readonly DumpFrame[],
    createdBy: draft.createdBy,
    elidedFrames: draft.elidedFrames,
    stackUnavailable: draft.stackUnavailable,
    firstLine: draft.firstLine,
  };
}
