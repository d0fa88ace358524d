import type { DumpLoss, RaceReport } from '../dump.js';
import { lose } from './fatal-draft.js';
import type { FileRow } from './file-row.js';
import type { FunctionRow } from './function-row.js';
import type { FrameDraft } from './goroutine-draft.js';
import type { RaceAccessRow, RaceCreatedRow } from './race-row.js';

/** A row of which the end is cut looks like somebody else's line. */
const cutLines = 1;
/** Accesses are two, creators as many; more sections are made up. */
const sectionsMax = 8;

interface AccessDraft extends RaceAccessRow {
  frames: FrameDraft[];
  stackLost: boolean;
}

interface CreatedDraft extends RaceCreatedRow {
  frames: FrameDraft[];
}

/** A report of the race detector while its rows arrive. A plain value. */
export interface RaceDraft {
  accesses: AccessDraft[];
  created: CreatedDraft[];
  /** Where frames go now. */
  section: { list: 'accesses' | 'created'; index: number } | null;
  /** The rule that opens a report stood right before its warning. */
  ruled: boolean;
  losses: DumpLoss[];
  foreignLines: number;
  firstLine: number;
  lastLine: number;
}

export function startRace(line: number, ruled = false): RaceDraft {
  return {
    accesses: [],
    created: [],
    section: null,
    ruled,
    losses: [],
    foreignLines: 0,
    firstLine: line,
    lastLine: line,
  };
}

export function addAccess(draft: RaceDraft, row: RaceAccessRow): void {
  draft.section = null;
  if (draft.accesses.length >= sectionsMax) return;
  draft.accesses.push({ ...row, frames: [], stackLost: false });
  draft.section = { list: 'accesses', index: draft.accesses.length - 1 };
}

export function addCreator(draft: RaceDraft, row: RaceCreatedRow): void {
  draft.section = null;
  if (draft.created.length >= sectionsMax) return;
  draft.created.push({ ...row, frames: [] });
  draft.section = { list: 'created', index: draft.created.length - 1 };
}

export function addRaceFunction(draft: RaceDraft, row: FunctionRow, framesMax: number): void {
  const frames = framesOf(draft);
  if (frames === null) return;
  if (frames.length >= framesMax) lose(draft, 'frames beyond the limit');
  else frames.push({ function: row.function, args: row.args, file: null, line: null });
}

export function addRaceFile(draft: RaceDraft, row: FileRow): void {
  const frames = framesOf(draft);
  const last = frames?.at(-1);
  if (frames === null) return;
  if (last !== undefined && last.file === null) {
    last.file = row.file;
    last.line = row.line;
  } else if (!draft.losses.includes('frames beyond the limit')) {
    frames.push({ function: '', args: null, file: row.file, line: row.line });
  }
}

export function loseRaceStack(draft: RaceDraft): void {
  const access = draft.section?.list === 'accesses' ? draft.accesses[draft.section.index] : undefined;
  if (access !== undefined) access.stackLost = true;
}

function framesOf({ section, accesses, created }: RaceDraft): FrameDraft[] | null {
  if (section === null) return null;
  return (section.list === 'accesses' ? accesses : created)[section.index]?.frames ?? null;
}

/** The report, or null where there was no access with its address, unless the log ends behind the warning. `ended`: its closing rule was seen. */
export function finishRace(draft: RaceDraft, ended: boolean, source: string): RaceReport | null {
  if (draft.accesses.length === 0 && (!draft.ruled || draft.foreignLines > cutLines)) return null;
  if (!ended || draft.accesses.length < 2) lose(draft, 'tail cut');
  const frames = [...draft.accesses, ...draft.created].flatMap((section) => section.frames);
  if (frames.some(({ function: name }) => name === '')) lose(draft, 'function rows lost');
  if (frames.some(({ file }) => file === null)) lose(draft, 'file rows lost');
  const { accesses, created, losses, firstLine, lastLine } = draft;
  return { form: 'race', accesses, created, losses, source, firstLine, lastLine };
}
