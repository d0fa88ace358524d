import type { DumpCreator, DumpFrame, DumpGoroutine } from '@faultline/crash';
import type { GoBinary } from '../go/go-binary.js';
import { placesOf, type Place } from '../go/places-of.js';
import { callersMax } from '../tracefs/probe-definition.js';
import type { ProbeHit } from '../tracefs/probe-hit.js';
import { loadedAt } from './hit-message.js';

/** The goroutine as a dump at level system would show it. Null: the scheduler's own stack (a deadlock is found there). */
export function hitGoroutine(binary: GoBinary, hit: ProbeHit): DumpGoroutine | null {
  if (hit.goroutine === null || hit.goroutine === 0) return null;
  const { frames, ended } = stackOf(binary, hit);
  return {
    id: hit.goroutine,
    state: 'running',
    waitMinutes: null,
    lockedToThread: false,
    labels: {},
    systemLevel: true,
    frames,
    createdBy: hit.goroutine === 1 ? null : creatorOf(binary, hit),
    elidedFrames: ended ? 0 : 1,
    stackUnavailable: false,
    firstLine: 0,
  };
}

interface Stack {
  readonly frames: readonly DumpFrame[];
  /** The stack was followed to its end. */
  readonly ended: boolean;
}

/** Every goroutine's stack ends in `runtime.goexit`; the words beyond it, and those after a broken chain, are none. */
function stackOf(binary: GoBinary, hit: ProbeHit): Stack {
  const loaded = loadedAt(binary, hit);
  const frames = placesOf(binary, binary.probe.address).slice(-1).map(toFrame);
  for (const address of hit.returnAddresses.slice(0, callersMax)) {
    const places = placesOf(binary, address - loaded - 1);
    if (places.length === 0) return { frames, ended: false };
    if (places.at(-1)?.function === 'runtime.goexit') return { frames, ended: true };
    frames.push(...places.map(toFrame));
  }
  return { frames, ended: false };
}

function toFrame({ function: name, file, line, inlined }: Place): DumpFrame {
  return { function: asPrinted(name), args: inlined ? '...' : null, file, line };
}

/** A dump has no type arguments (runtime/traceback.go: `funcNameForPrint`): the compiler's are shapes and no types of the source. */
function asPrinted(name: string): string {
  return name.replace(/\[.*\]/s, '[...]');
}

/** The runtime names the function that holds the go statement as it was compiled, without what was inlined there. */
function creatorOf(binary: GoBinary, hit: ProbeHit): DumpCreator | null {
  if (hit.createdAt === null) return null;
  const places = placesOf(binary, hit.createdAt - loadedAt(binary, hit) - 1);
  const [innermost] = places;
  const outer = places.at(-1);
  if (innermost === undefined || outer === undefined) return null;
  const { file, line } = innermost;
  return { function: asPrinted(outer.function), args: null, file, line, goroutine: hit.parent };
}
