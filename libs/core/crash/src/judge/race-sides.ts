import type { CrashRole } from '@faultline/model';
import type { DumpFrame, RaceAccess, RaceReport } from '../dump.js';
import { isWrite, mapUse, type MapOperation } from './map-operation.js';
import { firstOwnFrame, ownFrames, type OwnFrame } from './own-frames.js';
import { ownKey } from './peer-place.js';
import type { CrashSide } from './signature.js';

/** True if one of the accesses was made by a map function: the race is on a map and not on something stored in it. */
export function isMapRace({ accesses }: RaceReport): boolean {
  return accesses.some(({ frames }) => mapUse(frames) !== null);
}

/** The word Read or Write decides, not the frames: some releases report fast writes under the names of reads (golang/go#73191). */
export function roleOf(access: RaceAccess): CrashRole {
  return access.operation === 'write' ? 'writer' : 'reader';
}

/** Absent where frames and word contradict each other. */
export function operationOf(access: RaceAccess): MapOperation | undefined {
  const use = mapUse(access.frames);
  return use !== null && isWrite(use.operation) === (access.operation === 'write')
    ? use.operation
    : undefined;
}

export function raceSides(report: RaceReport): readonly CrashSide[] {
  return report.accesses
    .filter(({ frames }) => firstOwnFrame(frames) !== null)
    .map((access) => ({
      role: roleOf(access),
      frames: access.frames,
      createdBy: creatorOf(report, access),
    }));
}

function creatorOf({ created }: RaceReport, { goroutine }: RaceAccess): DumpFrame | null {
  return created.find((block) => block.goroutine === goroutine)?.frames[0] ?? null;
}

/** The declared functions of both sides, in no order: two reports with the same ones are of one bug (map header and element are reported apart). */
export function sharedPlace({ accesses }: RaceReport): string {
  return accesses
    .map(({ frames }) => placeKey(frames))
    .sort()
    .join('\n');
}

/** The innermost own function and its line, if there is one. */
function placeKey(frames: readonly DumpFrame[]): string {
  const own = firstOwnFrame(frames);
  return own === null ? '' : `${inFile(own)}:${own.frame.line ?? ''}`;
}

/** Every declared function of the program on these stacks, with its file: two services in one log both have a `main.main`. */
export function functionsOf(stacks: readonly (readonly DumpFrame[])[]): ReadonlySet<string> {
  return new Set(stacks.flatMap((frames) => ownFrames(frames).map(inFile)));
}

function inFile(own: OwnFrame): string {
  return `${ownKey(own)} ${own.frame.file ?? ''}`;
}
