import { Session } from 'node:inspector/promises';

/** Only what the product runs counts: the test's own loops do not. */
const counted = /\/libs\/core\/crash\//;

/** Counts how often blocks of the crash library run: calls, turns of loops, branches. */
export interface StepCounter {
  readonly steps: (work: () => unknown) => Promise<number>;
  readonly stop: () => void;
}

/**
 * A clock would measure the machine; what V8 counts is the same on every one. Start it before the library is imported: V8 puts counters only into
 * code that it compiles afterwards. Work within one call of the engine (an expression on one line) is not seen.
 */
export async function startStepCounter(): Promise<StepCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => counted.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  };
  const steps = async (work: () => unknown): Promise<number> => {
    // Reading starts the counters anew.
    await take();
    work();
    return take();
  };
  return { steps, stop: () => session.disconnect() };
}
