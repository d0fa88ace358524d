import type { DumpGoroutine, FatalDump } from '../dump.js';
import { ownFrames } from './own-frames.js';
import { isThrowing } from './thrower.js';

/** The goroutine that the runtime printed first because it died. Where rows were moved, the one that stands in the runtime's own check. */
export function topGoroutine(dump: FatalDump): DumpGoroutine | null {
  const goroutines = dump.goroutines.filter(
    (goroutine, at) => at > 0 || dump.goroutines.length < 2 || !isRuntimeStack(goroutine),
  );
  const first = goroutines[0];
  if (first !== undefined && (isThrowing(first.frames) || isOnTop(first))) return first;
  return goroutines.find(({ frames }) => isThrowing(frames)) ?? goroutines.find(isOnTop) ?? first ?? null;
}

/** `runtime stack:` has no number. It comes before the goroutine that overflowed, and has none of the program's frames. */
function isRuntimeStack({ id, frames }: DumpGoroutine): boolean {
  return id < 0 && frames.length > 0 && ownFrames(frames).length === 0;
}

/** It ran, and its stack was printed. */
export function isOnTop({ state, stackUnavailable }: DumpGoroutine): boolean {
  return state.startsWith('running') && !stackUnavailable;
}
