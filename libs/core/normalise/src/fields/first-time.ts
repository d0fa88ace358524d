import type { JsonValue } from '@faultline/model';
import { timeToUs } from '../time/parse-time.js';

/** The first of several fields that is a time: sources name the same moment differently. */
export function firstTimeUs(...values: readonly (JsonValue | undefined)[]): number | null {
  for (const value of values) {
    const atUs = timeToUs(value);
    if (atUs !== null) return atUs;
  }
  return null;
}
