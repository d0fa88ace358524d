import type { DumpFrame, DumpGoroutine } from '../dump.js';
import { mapUse } from './map-operation.js';

/**
 * Which frame on top shows the runtime's own check (measured on 1.18 to 1.27): `swiss` is internal/runtime/maps.fatal (1.24 and newer), `fatal`
 * is runtime.fatal (shown from 1.19 at level system), `throw` is runtime.throw above a map function (up to 1.18), `linked` is a map function
 * that the standard library calls by another name and that 1.19 to 1.23 do not hide, `hidden` is nothing: a default dump of 1.19 to 1.23.
 */
export type Thrower = 'swiss' | 'fatal' | 'throw' | 'linked' | 'hidden';

export function thrower(goroutine: DumpGoroutine): Thrower {
  const [first, second] = goroutine.frames;
  if (first === undefined) return 'hidden';
  if (first.function === 'internal/runtime/maps.fatal') return 'swiss';
  if (first.function === 'runtime.fatal') {
    return second?.function === 'internal/runtime/maps.fatal' ? 'swiss' : 'fatal';
  }
  if (first.function === 'runtime.throw') return 'throw';
  return mapUse([first]) !== null ? 'linked' : 'hidden';
}

/** True if the runtime itself stands on top: a check of the map, of a lock, or an end that it decided on. */
export function isThrowing(frames: readonly DumpFrame[]): boolean {
  return throwers.has(frames[0]?.function ?? '');
}

const throwers: ReadonlySet<string> = new Set([
  'internal/runtime/maps.fatal',
  'runtime.fatal',
  'runtime.throw',
  'sync.fatal',
  'sync.throw',
  'runtime.fatalthrow',
  'internal/sync.fatal',
  'internal/sync.throw',
]);
