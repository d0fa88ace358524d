import type { Crash } from '@faultline/model';
import type { DumpFrame, FatalDump, RaceReport } from '../dump.js';

type CrashGoroutine = Crash['goroutines'][number];
type CrashFrame = CrashGoroutine['frames'][number];

/** The goroutines as printed, without arguments: words of memory belong into no report. */
export function dumpGoroutines({ goroutines }: FatalDump): CrashGoroutine[] {
  return goroutines.map(({ id, state, frames, createdBy }) => ({
    id,
    state,
    frames: frames.map(crashFrame),
    ...(createdBy === null
      ? {}
      : { createdBy: { ...crashFrame(createdBy), goroutine: createdBy.goroutine } }),
  }));
}

/** The two sides of a race report, as goroutines. `by main goroutine` is goroutine 1. */
export function raceGoroutines({ accesses, created }: RaceReport): CrashGoroutine[] {
  return accesses.map(({ goroutine, frames }) => {
    const creator = created.find((block) => block.goroutine === goroutine);
    const place = creator?.frames[0];
    return {
      id: goroutine ?? mainGoroutine,
      state: creator?.state ?? 'running',
      frames: frames.map(crashFrame),
      ...(place === undefined ? {} : { createdBy: { ...crashFrame(place), goroutine: null } }),
    };
  });
}

export const mainGoroutine = 1;

function crashFrame({ function: name, file, line }: DumpFrame): CrashFrame {
  return { function: name, file, line };
}
