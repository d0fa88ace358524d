import { crashEventSchema, type Event } from '@faultline/model';
import { masked } from './masked.js';

export type CrashEvent = Event & { readonly kind: 'crash' };

/** A dump shows arguments and messages of the program: what is shaped like a secret in them leaves masked. */
export function maskedCrash(event: CrashEvent): CrashEvent {
  return crashEventSchema.parse(masked(event));
}
