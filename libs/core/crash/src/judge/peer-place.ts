import type { DumpGoroutine } from '../dump.js';
import { declaredName, isCompilerWrapper } from './function-name.js';
import { ownFrames, type OwnFrame } from './own-frames.js';

/** A place in the program where the other party may have touched the map, and why it is not simply where that goroutine stood. */
export interface RacingPlace {
  readonly place: OwnFrame;
  readonly why: string | null;
}

/**
 * Where a goroutine that was stopped in mid-flight may have written, best first. It is stopped some instructions late: by then it
 * may have left the function that died, or called another one from there. When the victim wrote, that function is known to write.
 */
export function racingPlaces(
  victim: { readonly goroutine: DumpGoroutine; readonly place: OwnFrame | null; readonly wrote: boolean },
  goroutine: DumpGoroutine,
): readonly RacingPlace[] {
  const own = ownFrames(goroutine.frames).filter(({ name }) => !isCompilerWrapper(name));
  const [top] = own;
  if (top === undefined) return [];
  const stood: RacingPlace = { place: top, why: null };
  if (victim.place === null || ownKey(top) === ownKey(victim.place)) return [stood];
  const key = ownKey(victim.place);
  const below = own.find((frame) => ownKey(frame) === key);
  if (below !== undefined) {
    const within = { place: below, why: `it was called from here and stood in ${spot(top)}` };
    return victim.wrote ? [within, stood] : [stood, within];
  }
  const callers = ownFrames(victim.goroutine.frames).slice(1).map(ownKey);
  if (!victim.wrote || !callers.includes(ownKey(top))) return [stood];
  return [{ place: victim.place, why: `it stood in ${spot(top)}, which calls this` }, stood];
}

/** The declared function of a frame, with its package. */
export function ownKey({ name }: OwnFrame): string {
  return `${name.importPath}.${declaredName(name)}`;
}

function spot({ frame }: OwnFrame): string {
  return frame.line === null ? frame.function : `${frame.function}, line ${frame.line}`;
}
