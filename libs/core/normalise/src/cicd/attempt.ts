import type { JsonObject } from '@faultline/model';
import { numberAt } from '../json/fields.js';

/** Which try of a run this is, from 1. Systems without reruns say nothing. */
export function attemptOf(document: JsonObject): number {
  const attempt = numberAt(document, 'run_attempt');
  return attempt !== null && Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 1;
}
