import type { Crash, CrashRole } from '@faultline/model';
import type { DumpFrame } from '../dump.js';
import { sideKey } from '../judge/signature.js';

type CrashGoroutine = Crash['goroutines'][number];

/** The key of the side that died, as in the signature; null where the crash has no place of its own. */
export function diedKey(crash: Crash): string | null {
  const { crashing } = crash;
  if (crashing === null) return null;
  const goroutine = crash.goroutines.find(({ id, frames }) => id === crashing.goroutine && frames.length > 0);
  return keyOf(crash, crashing.role, goroutine, crashing.function);
}

/** The key of the other side, where it is certain. A goroutine may be listed twice; the last stack is the one that it died with. */
export function certainKey(crash: Crash): string | null {
  const { peer } = crash;
  const [candidate] = peer.candidates;
  if (peer.certainty !== 'certain' || candidate?.role === undefined) return null;
  const goroutine = crash.goroutines.findLast(
    ({ id, frames }) =>
      id === candidate.goroutine && frames.some((frame) => frame.function === candidate.function),
  );
  return keyOf(crash, candidate.role, goroutine, candidate.function);
}

function keyOf(crash: Crash, role: CrashRole, goroutine: CrashGoroutine | undefined, name: string): string {
  const frames = goroutine?.frames.map(dumpFrame) ?? [{ function: name, args: null, file: null, line: null }];
  const creator = goroutine?.createdBy;
  return sideKey(crash.kind, {
    role,
    frames,
    createdBy: creator === undefined ? null : dumpFrame(creator),
  });
}

export function dumpFrame({ function: name, file, line }: CrashGoroutine['frames'][number]): DumpFrame {
  return { function: name, args: null, file, line };
}
