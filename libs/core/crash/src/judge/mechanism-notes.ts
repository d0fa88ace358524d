import type { DumpFrame } from '../dump.js';
import type { Claim } from './claim.js';
import { doubleCrash } from './double-crash.js';
import { isMapKind } from './kind-family.js';
import { mapUse } from './map-operation.js';
import { peerState } from './peer-state.js';

/** Which mechanisms the dump supports or refutes. Facts about runtime and text only: why somebody sent a request, no dump knows. */
export function mechanismNotes(claim: Claim): string[] {
  const { kind } = claim.death;
  if (isMapKind(kind)) return [...mapNotes(claim), ...otherGoroutines(claim)];
  if (kind === 'sigsegv') return [...faultNotes(claim)];
  if (kind === 'panic') return [...panicNotes(claim)];
  return [];
}

function mapNotes({ dump, death, release }: Claim): readonly string[] {
  const notes = ['a fatal error, not a panic: no recover() and no deferred function could have stopped it'];
  const growing = dump.goroutines.filter(({ frames }) => mapUse(frames)?.grows === true);
  if (growing.length > 0) {
    notes.push(
      'a goroutine was making a map larger, so it wrote; that two did so at once cannot be told from a dump',
    );
  }
  if (release.from >= 24) {
    notes.push(
      'the maps of this release have no overflow buckets and no evacuation: explanations that need them do not apply',
    );
  }
  if (death.deferred) notes.push('it happened in a deferred function while the goroutine was panicking');
  if (death.message?.startsWith('small map') === true) {
    notes.push(
      'the runtime itself puts a question mark behind this message: a full small map has hardly any other cause',
    );
  }
  const double = doubleCrash(dump, death);
  if (double?.meaning === 'same-side')
    notes.push(
      `goroutine ${double.other.id} died at the same moment, but it read as well: the writer is a third one`,
    );
  if (double?.meaning === 'pair') notes.push('two goroutines died at the same moment (double crash)');
  return notes;
}

/** Counts, since a dump may hold very many. */
function otherGoroutines({ dump, death }: Claim): readonly string[] {
  const states = dump.goroutines.filter((goroutine) => goroutine !== death.top).map(peerState);
  const count = (wanted: string): number => states.filter((state) => state === wanted).length;
  const notes: string[] = [];
  const [waiting, unstarted] = [count('waiting'), count('unstarted')];
  if (waiting > 0)
    notes.push(
      `${waiting} waiting ${goroutines(waiting)} set aside: parked, so not in the map at that moment`,
    );
  if (unstarted > 0)
    notes.push(`${unstarted} ${goroutines(unstarted)} set aside that had not run a line yet`);
  return notes;
}

function goroutines(count: number): string {
  return count === 1 ? 'goroutine' : 'goroutines';
}

function faultNotes({ dump, death }: Claim): readonly string[] {
  const below = death.top?.frames.slice(0, 6) ?? [];
  if (below.some(isMapFrame)) {
    return [
      'the fault is in a map function: memory was corrupted, by a race, unsafe code, cgo or the machine, which all look the same',
    ];
  }
  return Number.parseInt(dump.signal?.address ?? '', 16) % 2 === 1
    ? [
        'an odd address may be half of a value of two words that was torn by a race; a run with -race would tell',
      ]
    : [];
}

function isMapFrame({ function: name }: DumpFrame): boolean {
  return name.startsWith('runtime.map') || name.startsWith('internal/runtime/maps.');
}

function panicNotes({ dump, death }: Claim): readonly string[] {
  const message = death.message ?? '';
  if (message.includes('assignment to entry in nil map')) return ['a nil map is a forgotten make(), no race'];
  if (/index out of range \[(\d+)\] with length \1$/.test(message)) {
    return [
      'an index equal to the length can come from a slice that two goroutines share; a plain mistake by one is more frequent',
    ];
  }
  const address = Number.parseInt(dump.signal?.address ?? '', 16);
  if (address > 0 && address < firstPage)
    return ['a small address is a field of a nil pointer: most often a plain nil bug, no race'];
  return [];
}

/** Below this address Go reports a nil dereference. */
const firstPage = 4096;
