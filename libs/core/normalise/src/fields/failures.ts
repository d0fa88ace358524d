import type { NormaliseFailure } from '../source-normaliser.js';

/** The record is its source's own, but says no usable time. `remedy` says what to do. */
export function noTime(what: string, remedy: string): NormaliseFailure {
  return { code: 'FL_RECORD_TIME', reason: `${what} has no usable time (1970 to 2200): ${remedy}.` };
}

/** The record is its source's own, but lacks what an event needs. */
export function badShape(what: string, remedy: string): NormaliseFailure {
  return { code: 'FL_RECORD_SHAPE', reason: `${what}: ${remedy}.` };
}
