import type { CrashKind } from '@faultline/model';
import type { DumpGoroutine, FatalDump } from '../dump.js';
import { mapUse } from './map-operation.js';
import { ownFrames } from './own-frames.js';
import { thrower } from './thrower.js';
import { isOnTop } from './top-goroutine.js';

/** What frames alone prove, where neither message nor signal is left. Null where nothing died: a stack that was printed by request, or a recovered panic. */
export function headlessKind(dump: FatalDump, top: DumpGoroutine): CrashKind | null {
  if (provesMapCheck(top) || isHiddenCheck(dump, top)) return 'map_unknown';
  const lost = dump.losses.includes('head cut') || dump.losses.includes('message lost');
  return lost && isOnTop(top) && !isPrintedByRequest(top) ? 'other' : null;
}

function provesMapCheck(top: DumpGoroutine): boolean {
  switch (thrower(top)) {
    case 'swiss':
      return true;
    case 'fatal':
    case 'throw':
      return mapUse(top.frames.slice(1, 3)) !== null;
    case 'linked':
      return isOnTop(top);
    case 'hidden':
      return false;
  }
}

/**
 * A file of SetCrashOutput (1.23) begins at the blank line behind the message of a fatal error, but has that of a panic. All goroutines
 * are there and the runtime's frames are not: so prints only the check of a map, since that of a lock is shown.
 */
function isHiddenCheck(dump: FatalDump, top: DumpGoroutine): boolean {
  const [first] = top.frames;
  const whole = dump.firstLine <= 2 && !dump.losses.includes('head cut');
  if (!whole || dump.goroutines.length < 2 || !isOnTop(top) || first === undefined) return false;
  return ownFrames([first]).length > 0 && !top.frames.some((frame) => frame.function === 'panic');
}

/** debug.PrintStack, a profile of goroutines, and servers that recover from a panic in a handler. */
function isPrintedByRequest(top: DumpGoroutine): boolean {
  return top.frames
    .slice(0, 6)
    .some((frame) =>
      /^(?:runtime\/debug\.|runtime\/pprof\.|net\/http\.\(\*conn\)\.serve\.func)/.test(frame.function),
    );
}
