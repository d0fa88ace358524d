import type { DumpFrame, DumpGoroutine, FatalDump } from '../dump.js';
import type { Objection } from './claim.js';
import { withoutTypeArguments } from './function-name.js';
import { thrower } from './thrower.js';

/** Asks whether the runtime could have printed the stack on top: what a hurried forger leaves out, or the cut of a log. */
export const possibleStack: Objection = ({ death: { top } }) => {
  if (top === null) return null;
  if (top.frames.some(lacksReceiver))
    return 'a method is called without its receiver, which the runtime always prints';
  const started = top.id === 1 || top.createdBy !== null || top.lockedToThread;
  return started ? null : 'the stack on top ends without what created its goroutine: it is cut or made up';
};

/** A method on a pointer has at least that pointer as an argument; an inlined one shows `...`. */
function lacksReceiver(frame: DumpFrame): boolean {
  return frame.args === '' && /\.\(\*[^)]*\)\.\w+$/.test(withoutTypeArguments(frame.function));
}

/** The runtime stops the world before it prints, so one goroutine runs for each fatal error. A forged block behind a real one is one too many. */
export const stacksThatRun: Objection = ({ dump, death }) => {
  if (death.top === null || showsThreads(death.top)) return null;
  const running = runningStacks(dump).length;
  return running > Math.max(1, dump.fatals.length, 1 + twiceListed(dump))
    ? 'more goroutines run than can have died'
    : null;
};

/** At level crash the runtime prints the stacks of all threads, and marks them so (1.22), or shows its own frames (older). */
function showsThreads(top: DumpGoroutine): boolean {
  const form = thrower(top);
  return top.systemLevel || form === 'throw' || form === 'fatal';
}

/** Goroutines that ran and whose stack was printed, in order. */
export function runningStacks({ goroutines }: FatalDump): readonly DumpGoroutine[] {
  return goroutines.filter(({ state, frames }) => state.startsWith('running') && frames.length > 0);
}

/** Once as running on another thread, and again when that thread died of the same check (double crash, up to 1.23). */
function twiceListed(dump: FatalDump): number {
  const away = new Set(
    dump.goroutines.filter(({ stackUnavailable }) => stackUnavailable).map(({ id }) => id),
  );
  return runningStacks(dump).filter(({ id }) => away.has(id)).length;
}
