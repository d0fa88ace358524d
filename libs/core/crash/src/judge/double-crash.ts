import type { DumpGoroutine, FatalDump } from '../dump.js';
import type { Death } from './death.js';
import { mapFatal } from './fatal-message.js';
import { isMapKind } from './kind-family.js';
import { runningStacks } from './possible-stack.js';
import { isThrowing } from './thrower.js';

/** Two goroutines that died of the runtime's check at the same time (up to Go 1.23, before printing took a lock). */
export interface DoubleCrash {
  readonly other: DumpGoroutine;
  /** `pair`: one of them wrote, so they are the two parties. `same-side`: both read, and the writer is a third. `untold`: the second message is lost. */
  readonly meaning: 'pair' | 'same-side' | 'untold';
}

/** Null: one goroutine died. */
export function doubleCrash(dump: FatalDump, death: Death): DoubleCrash | null {
  if (death.top === null || !isMapKind(death.kind)) return null;
  const system = isThrowing(death.top.frames);
  const other = runningStacks(dump).find(
    (goroutine) => goroutine !== death.top && (!system || isThrowing(goroutine.frames)),
  );
  if (other === undefined) return null;
  const roles = dump.fatals.flatMap(({ message }) => mapFatal(message)?.role ?? []);
  if (roles.length < 2) return { other, meaning: 'untold' };
  return { other, meaning: roles.includes('writer') ? 'pair' : 'same-side' };
}
