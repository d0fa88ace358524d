import type { DumpFrame, DumpGoroutine, FatalDump } from '../dump.js';
import type { Claim, Objection } from './claim.js';
import { isMapKind } from './kind-family.js';
import { mapUse } from './map-operation.js';
import { firstOwnFrame } from './own-frames.js';
import { thrower } from './thrower.js';

/** Asks of a map fatal that the runtime's check stands where the release in question shows it, or hides it. */
export const checkInItsPlace: Objection = (claim) => {
  const { death } = claim;
  if (!isMapKind(death.kind) || death.top === null) return null;
  switch (thrower(death.top)) {
    case 'swiss':
      return swissCheck(death.top);
    case 'throw':
    case 'fatal':
      return mapUse(death.top.frames.slice(1)) === null
        ? 'the runtime stopped this goroutine, but no map function stands below'
        : null;
    case 'linked':
    case 'hidden':
      return hiddenCheck(claim, death.top);
  }
};

function swissCheck({ frames }: DumpGoroutine): string | null {
  const check = frames.findIndex((frame) => frame.function === 'internal/runtime/maps.fatal');
  if (check === frames.length - 1) return 'the check of the map stands alone: no code called it';
  const file = frames[check]?.file ?? null;
  return file === null || /(?:^|[/\\])runtime[/\\]panic\.go$/.test(file)
    ? null
    : 'internal/runtime/maps.fatal is said to be in a file where it is not';
}

/**
 * Only 1.19 to 1.23 hide the check (and 1.24, 1.25 built with classic maps). They print every goroutine, so the one of main and the other
 * party have to be there; without them these few lines could be anybody's.
 */
function hiddenCheck({ dump, release }: Claim, top: DumpGoroutine): string | null {
  if (release.from > 25 || dump.goroutines.some(({ frames }) => frames.some(isSwissFrame))) {
    return 'this release of Go shows internal/runtime/maps.fatal on top, and it is missing';
  }
  if (firstOwnFrame(top.frames) === null) return 'no code of a program stands on the stack';
  if (dump.goroutines.length < 2 || !hasMain(dump)) {
    return 'releases that hide the check print all goroutines, and here the one of main or all others are missing';
  }
  return null;
}

function isSwissFrame(frame: DumpFrame): boolean {
  return frame.function.startsWith('internal/runtime/maps.');
}

function hasMain({ goroutines }: FatalDump): boolean {
  return goroutines.some(({ id }) => id === 1);
}
