import type { Crash } from '@faultline/model';

type Goroutine = Crash['goroutines'][number];
type Frame = Goroutine['frames'][number];

const goroutinesMax = 64;
const framesMax = 50;
/** The outermost frames tell who called the code, a server for instance; they stay when the middle goes. */
const outerFrames = 10;
/** Text of all goroutines together: an event must fit into one message of a log (1 MB by default in Kafka). */
const goroutineCharsMax = 200_000;
const nameCharsMax = 512;
const textCharsMax = 1_000;
const rowsMax = 16;

/** The crash as an event keeps it, and how many goroutines were left out: those that crashed or may be the other party come first. */
export function boundedCrash(crash: Crash): { readonly crash: Crash; readonly goroutinesBeyond: number } {
  const goroutines = keptGoroutines(crash);
  return {
    crash: {
      ...crash,
      message: crash.message === null ? null : crash.message.slice(0, textCharsMax),
      crashing: crash.crashing === null ? null : named(crash.crashing),
      peer: { ...crash.peer, candidates: crash.peer.candidates.slice(0, rowsMax).map(named) },
      goroutines,
      losses: crash.losses.slice(0, rowsMax),
      notes: crash.notes.slice(0, rowsMax).map((note) => note.slice(0, textCharsMax)),
      cannotTell: crash.cannotTell.slice(0, rowsMax),
    },
    goroutinesBeyond: crash.goroutines.length - goroutines.length,
  };
}

function keptGoroutines(crash: Crash): Goroutine[] {
  const wanted = new Set<number | null | undefined>([
    crash.crashing?.goroutine,
    ...crash.peer.candidates.slice(0, rowsMax).map(({ goroutine }) => goroutine),
  ]);
  const ordered = [
    ...crash.goroutines.filter(({ id }) => wanted.has(id)),
    ...crash.goroutines.filter(({ id }) => !wanted.has(id)),
  ];
  const kept: Goroutine[] = [];
  let chars = 0;
  for (const goroutine of ordered) {
    const bounded = boundedGoroutine(goroutine);
    chars += charsOf(bounded);
    if (kept.length >= goroutinesMax || (chars > goroutineCharsMax && kept.length > 0)) break;
    kept.push(bounded);
  }
  return kept;
}

function boundedGoroutine(goroutine: Goroutine): Goroutine {
  const { frames, createdBy, state } = goroutine;
  const kept =
    frames.length <= framesMax
      ? frames
      : [...frames.slice(0, framesMax - outerFrames), ...frames.slice(-outerFrames)];
  return {
    ...goroutine,
    state: state.slice(0, nameCharsMax),
    frames: kept.map(named),
    ...(createdBy === undefined ? {} : { createdBy: named(createdBy) }),
  };
}

function named<T extends Frame>(frame: T): T {
  const { function: name, file } = frame;
  if (name.length <= nameCharsMax && (file === null || file.length <= nameCharsMax)) return frame;
  return {
    ...frame,
    function: name.slice(0, nameCharsMax),
    file: file === null ? null : file.slice(-nameCharsMax),
  };
}

function charsOf({ frames }: Goroutine): number {
  return frames.reduce((sum, frame) => sum + frame.function.length + (frame.file?.length ?? 0) + 40, 0);
}
