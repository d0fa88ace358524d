import { Session } from 'node:inspector/promises';

/** Only what the product runs counts: the test's own loops do not. */
const counted = /\/libs\/core\/crash\//;

/**
 * How often blocks of the crash library ran during `work`: calls, turns of loops, branches. A clock would measure the machine; what V8 counts is the
 * same on every one. Work within one call of the engine (an expression on one line) is not seen.
 */
export async function countSteps(work: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    // The first reading starts the counters anew.
    await session.post('Profiler.takePreciseCoverage');
    work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => counted.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
