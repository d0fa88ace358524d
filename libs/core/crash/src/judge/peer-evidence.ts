import type { DumpFrame, DumpGoroutine } from '../dump.js';
import { declaredName } from './function-name.js';
import { isWrite, mapUse } from './map-operation.js';
import { firstOwnFrame, ownFrames, type OwnFrame } from './own-frames.js';
import { ownKey } from './peer-place.js';
import { isThrowing } from './thrower.js';

/** The goroutine that died, and what is known of its side. */
export interface Victim {
  readonly goroutine: DumpGoroutine;
  readonly place: OwnFrame | null;
  /** Both sides wrote; otherwise the victim read, and the other side is somewhere else in the code. */
  readonly wrote: boolean;
  /** Nobody else could run when the world stopped. */
  readonly alone: boolean;
}

/** One reason for or against a goroutine being the other party. */
export interface Clue {
  readonly points: number;
  readonly why: string;
}

type Test = (victim: Victim, goroutine: DumpGoroutine, place: OwnFrame) => Clue | null;

// Points order the candidates and are no probabilities; enough of them make a candidate likely (rank-peers.ts).

const aboutToThrow: Test = (_, goroutine) =>
  isThrowing(goroutine.frames) ? { points: 8, why: 'it was about to die of the same check' } : null;

const inMap: Test = (victim, goroutine) => {
  const use = mapUse(goroutine.frames);
  if (use === null || isThrowing(goroutine.frames)) return null;
  const own = mapUse(victim.goroutine.frames)?.mapPointer ?? null;
  if (own !== null && use.mapPointer !== null && own !== use.mapPointer) {
    return { points: -8, why: 'it was at work on another map' };
  }
  if (!isWrite(use.operation)) return { points: -3, why: `it was in a map too, but to ${use.operation}` };
  const same = own !== null && own === use.mapPointer;
  const growth = use.grows ? ', and the map was being made larger' : '';
  return {
    points: same ? 8 : 6,
    why: `it was writing to ${same ? 'the same' : 'a'} map (${use.operation})${growth}`,
  };
};

const sameReceiver: Test = (victim, goroutine, place) => {
  // Of two readers of one object, neither is the writer.
  if (!victim.wrote && victim.place !== null && ownKey(victim.place) === ownKey(place)) return null;
  const shared = sharedPointer(victim.goroutine, goroutine);
  return shared === null ? null : { points: 4, why: `both stacks hold the same pointer 0x${shared}` };
};

const sameFunction: Test = (victim, _, place) => {
  if (victim.place === null || ownKey(victim.place) !== ownKey(place)) return null;
  if (victim.place.frame.function !== place.frame.function) {
    return { points: 2, why: 'it was in another function written in the same one' };
  }
  return victim.wrote
    ? { points: 3, why: 'it was in the function that died, which writes' }
    : { points: -3, why: 'it was in the function that died, but that one reads' };
};

const sameType: Test = (victim, _, place) => {
  if (victim.place === null || ownKey(victim.place) === ownKey(place)) return null;
  const type = receiverOf(place);
  return type !== null && type === receiverOf(victim.place)
    ? { points: 3, why: `it was in another method of ${type}` }
    : null;
};

const sameStart: Test = (victim, goroutine) => {
  const [one, other] = [victim.goroutine.createdBy, goroutine.createdBy];
  if (one === null || other === null || one.line === null) return null;
  if (one.line !== other.line || one.file !== other.file) return null;
  return victim.wrote
    ? { points: 1, why: 'the same go statement started it' }
    : { points: -2, why: 'the same go statement started it, so it reads as well' };
};

/** Functions that were written inside of one another share variables. */
const sameSurroundings: Test = (victim, goroutine, place) => {
  if (victim.place === null) return null;
  const mine = new Set(ownFrames(victim.goroutine.frames).map(ownKey));
  const near =
    ownFrames(goroutine.frames).some((frame) => mine.has(ownKey(frame))) ||
    victim.place.frame.file === place.frame.file;
  return near && place.frame.file !== null
    ? { points: 1, why: 'it was in the same part of the program' }
    : null;
};

const onlyOne: Test = (victim) =>
  victim.alone ? { points: 2, why: 'no other goroutine could run at that moment' } : null;

const tests: readonly Test[] = [
  aboutToThrow,
  inMap,
  sameReceiver,
  sameFunction,
  sameType,
  sameStart,
  sameSurroundings,
  onlyOne,
];

/** All clues about one goroutine that could run. Cost: linear in both stacks. */
export function peerClues(victim: Victim, goroutine: DumpGoroutine): readonly Clue[] {
  const place = firstOwnFrame(goroutine.frames);
  if (place === null) return [];
  return tests.flatMap((test) => test(victim, goroutine, place) ?? []);
}

/** `main.(*Store)` of `main.(*Store).Set`, `main.Store` of a method on a value. */
function receiverOf({ name }: OwnFrame): string | null {
  const parts = declaredName(name).split('.');
  return parts.length < 2 ? null : `${name.importPath}.${parts[0] ?? ''}`;
}

/** The first argument of a method is its receiver, so the innermost frames of the program are compared; a stale word (`?`) proves nothing. */
function sharedPointer(left: DumpGoroutine, right: DumpGoroutine): string | null {
  const mine = new Set(pointers(left));
  return pointers(right).find((pointer) => mine.has(pointer)) ?? null;
}

function pointers({ frames }: DumpGoroutine): readonly string[] {
  return ownFrames(frames)
    .slice(0, comparedFrames)
    .flatMap(({ frame }) => receiver(frame) ?? []);
}

const comparedFrames = 8;

function receiver({ args }: DumpFrame): string | null {
  return /^0x([0-9a-f]{6,16})(?:,|$)/.exec(args ?? '')?.[1] ?? null;
}
