import type { DumpLoss, FatalDump } from '../dump.js';
import { type FatalDraft, hasHead, type HeadMessage, lose } from './fatal-draft.js';
import { finishGoroutine, type FrameDraft, type GoroutineDraft } from './goroutine-draft.js';
import { isKnownMessage, isKnownPanic } from './known-message.js';
import type { StreamState } from './stream-state.js';
import { messageByLength } from './message-by-length.js';

/** A header of which the end is cut looks like somebody else's line. */
const cutLines = 1;

/**
 * The dump, or null where the rows were none: a known message alone is one, a panic alone only as the last word or beside an exit code, frames without any header or
 * message only if the runtime's own thrower is among them.
 */
export function finishFatal(draft: FatalDraft, { learned, source }: StreamState): FatalDump | null {
  if (draft.reversed) draft.goroutines.reverse();
  if (!isDump(draft, learned)) return null;
  noteLosses(draft);
  return {
    form: 'fatal',
    fatals: draft.fatals.filter(({ message }) => message !== ''),
    panics: draft.panics.map(({ message, line }) => ({ message, line })),
    signal: draft.signal,
    messageByLength: draft.fatals.length > 0 ? null : messageByLength(draft.goroutines[0]?.frames ?? []),
    preamble: draft.preamble,
    goroutines: draft.goroutines.map(finishGoroutine),
    goroutinesBeyond: draft.goroutinesBeyond,
    exitCode: draft.exitCode,
    losses: draft.losses,
    source,
    firstLine: draft.firstLine,
    lastLine: draft.lastLine,
  };
}

function isDump(draft: FatalDraft, learned: boolean): boolean {
  const { goroutines } = draft;
  if (goroutines.some(({ header, frames }) => header.id >= 0 && frames.length > 0)) return true;
  if (
    goroutines.some(
      ({ frames }) =>
        frames.some(isThrower) || (hasHead(draft) && frames.some(({ function: name }) => name !== '')),
    )
  )
    return true;
  if (goroutines.some(({ stackUnavailable }) => stackUnavailable) && hasHead(draft)) return true;
  if (learned) return false;
  if (draft.fatals.some(isKnownHead)) return true;
  return draft.panics.length > 0 && (draft.exitCode === 2 || draft.signal !== null || isLastWord(draft));
}

/** A process that panics writes nothing any more. A program that only logs the word goes on. */
function isLastWord({ panics, foreignLines }: FatalDraft): boolean {
  const first = panics[0];
  return first?.column === 0 && (foreignLines <= cutLines || isKnownPanic(first.message));
}

function isThrower({ function: name }: FrameDraft): boolean {
  return name === 'runtime.fatal' || name === 'runtime.throw' || name === 'internal/runtime/maps.fatal';
}

function isKnownHead({ message, column }: HeadMessage): boolean {
  return column <= 1 && isKnownMessage(message);
}

function noteLosses(draft: FatalDraft): void {
  const first = draft.goroutines[0];
  if (!hasHead(draft)) lose(draft, 'message lost');
  if (first !== undefined && first.header.id < 0 && !hasHead(draft)) lose(draft, 'head cut');
  if (draft.goroutinesBeyond > 0) lose(draft, 'goroutines beyond the limit');
  for (const goroutine of draft.goroutines) noteGoroutine(draft, goroutine);
  const last = draft.goroutines.at(-1);
  if (last !== undefined && isCut(last)) lose(draft, 'tail cut');
}

function noteGoroutine(draft: FatalDraft, goroutine: GoroutineDraft): void {
  const { frames } = goroutine;
  if (goroutine.header.id < 0) lose(draft, 'goroutine headers lost');
  if (goroutine.framesBeyond > 0) lose(draft, 'frames beyond the limit');
  for (const frame of frames) {
    if (frame.function === '') lose(draft, 'function rows lost');
    else if (frame.file === null)
      loseFile(draft, frame === frames.at(-1) && goroutine === draft.goroutines.at(-1) && isCut(goroutine));
  }
}

function loseFile(draft: FatalDraft, byTheCut: boolean): void {
  const loss: DumpLoss = byTheCut ? 'tail cut' : 'file rows lost';
  lose(draft, loss);
}

/** A goroutine ends with `created by`, only the first one of a program does not; at level system goexit is last. */
function isCut({ header, frames, createdBy, stackUnavailable, elidedFrames }: GoroutineDraft): boolean {
  if (createdBy !== null) return false;
  const last = frames.at(-1);
  if (last === undefined) return !stackUnavailable;
  if (header.id <= 1 || header.systemLevel) return last.file === null && frames.length > 1;
  return !['main.main', 'runtime.goexit', 'runtime.main', ''].includes(last.function) && elidedFrames === 0;
}
