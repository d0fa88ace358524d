import type { Crash } from '@faultline/model';
import { isMapKind, kindFamily } from './kind-family.js';

/** What the source says about the locks at one of the two places. */
export type HeldLock = 'none' | 'read-lock' | 'lock' | 'unknown';

/** What somebody read in the source of the built commit; all of it optional. */
export interface SourceFacts {
  readonly crashing?: HeldLock;
  readonly peer?: HeldLock;
  /** Both hold a lock, and it is not the same one (two locks, or a copied mutex). */
  readonly locksDiffer?: boolean;
}

export interface PatchHint {
  readonly summary: string;
  readonly steps: readonly string[];
}

/**
 * What to change so that this crash cannot come back, from its kind, roles and frames, and better with source facts. A hint and no
 * patch: which lock guards the map only its author knows. Null where no race is at work.
 */
export function patchHint(crash: Crash, facts: SourceFacts = {}): PatchHint | null {
  const { kind, message } = crash;
  if (message?.includes('assignment to entry in nil map') === true) return nilMap;
  if (kind === 'race_report_not_map') return sharedValue;
  if (kindFamily(kind) !== 'map') return null;
  const found = special(crash, facts) ?? byRole(crash);
  return { ...found, steps: [...found.steps, ...verify(crash)] };
}

const nilMap: PatchHint = {
  summary: 'make the map before the first write',
  steps: [
    'm = make(map[K]V) where the variable or the struct is made; a constructor keeps it from being forgotten',
  ],
};

const sharedValue: PatchHint = {
  summary: 'guard the value that both sides use, or give each side its own',
  steps: [
    'one sync.Mutex around both accesses, a type of sync/atomic for a single word, or a copy before it is shared',
  ],
};

/** What the source or the frames show beyond the roles, the most telling first. */
function special(crash: Crash, facts: SourceFacts): PatchHint | null {
  if (facts.locksDiffer === true) return oneLock;
  if (writesUnderReadLock(crash, facts)) return fullLock;
  if (uses(crash, /^net\/(?:http\.Header|textproto\.MIMEHeader)\./)) return ownHeader;
  if (uses(crash, /^(?:encoding\/|fmt\.|text\/template\.|html\/template\.|log\/slog\.)/)) return copyFirst;
  return null;
}

const oneLock: PatchHint = {
  summary: 'use one and the same lock at both places',
  steps: [
    'keep the mutex beside the map that it guards, in one struct, and reach both only through its methods',
    'never copy the struct: methods on a pointer, and go vet (copylocks) in the build',
  ],
};

const fullLock: PatchHint = {
  summary: 'take Lock instead of RLock around the write',
  steps: [
    'RLock lets any number of holders in at once, so two of them may write: mu.Lock(); defer mu.Unlock()',
  ],
};

const ownHeader: PatchHint = {
  summary: 'give every request its own header map',
  steps: [
    'h := shared.Clone() for each request, and change only the copy: a header is a map and has no lock',
  ],
};

const copyFirst: PatchHint = {
  summary: 'hand a copy of the map to what prints or encodes it',
  steps: [
    'under the lock that the writers hold: snapshot := maps.Clone(m) (values that are maps or pointers need their own copy)',
    'or hold that lock until the encoding is done, if it is short',
  ],
};

/** A peer that was stopped in RLock or RUnlock, right above the function that writes. */
function writesUnderReadLock(crash: Crash, facts: SourceFacts): boolean {
  if (facts.peer === 'read-lock') return true;
  // Where the victim read, a peer in RUnlock may be one more reader that does everything right.
  if (crash.crashing?.role !== 'writer') return false;
  if (facts.crashing === 'read-lock') return true;
  const peers = new Set(crash.peer.candidates.slice(0, 3).map(({ goroutine }) => goroutine));
  return crash.goroutines.some(
    ({ id, frames }) =>
      peers.has(id) && /^sync\.\(\*RWMutex\)\.R(?:Unl|L)ock$/.test(frames[0]?.function ?? ''),
  );
}

/** Whether such a function stands between the map and the program on the stack that died. */
function uses({ crashing, goroutines }: Crash, pattern: RegExp): boolean {
  if (crashing === null) return false;
  const frames = goroutines.find(({ id }) => id === crashing.goroutine)?.frames ?? [];
  const own = frames.findIndex((frame) => frame.function === crashing.function);
  return frames.slice(0, Math.max(0, own)).some((frame) => pattern.test(frame.function));
}

function byRole({ crashing }: Crash): PatchHint {
  switch (crashing?.role) {
    case 'writer':
      return {
        summary: 'take one lock around every write to the map, and around every read',
        steps: [
          'mu.Lock(); defer mu.Unlock() in every function that assigns, deletes or clears; RLock where it is only read',
        ],
      };
    case 'iterator':
      return {
        summary: 'hold the read lock for the whole loop, and the lock around writes',
        steps: [
          'mu.RLock() before range and RUnlock behind it, or copy keys and values under the lock and loop over the copy',
        ],
      };
    case 'cloner':
      return {
        summary: 'hold the read lock while the map is cloned, and the lock around writes',
        steps: ['maps.Clone reads the whole map and takes no lock itself'],
      };
    case 'reader':
    case 'unknown':
    case undefined:
      return {
        summary: 'take RLock around the read and Lock around the write',
        steps: [
          'reads without a lock are as wrong as writes: the runtime stops whichever side looks second',
          'sync.Map where keys are written once and read often; a map for each goroutine or request where nothing has to be shared',
        ],
      };
  }
}

function verify({ kind, peer }: Crash): readonly string[] {
  const race = 'run the tests of that path with -race; no crash in a plain run proves nothing';
  return isMapKind(kind) && peer.certainty !== 'certain'
    ? ['find every writer of the map: the dump does not prove which one it was', race]
    : [race];
}
