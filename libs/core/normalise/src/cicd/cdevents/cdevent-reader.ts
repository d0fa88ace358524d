import type { Event, RawRecord } from '@faultline/model';
import { eventBase } from '../../fields/event-base.js';
import type { NormaliseFailure } from '../../source-normaliser.js';
import type { Cdevent } from './cdevent.js';

type EventBase = ReturnType<typeof eventBase>;

/** A CDEvent that has what every one must have. */
export interface TimedCdevent extends Cdevent {
  readonly atUs: number;
  readonly subjectId: string;
}

/** Turns the CDEvents of one subject type into events. */
export type CdeventReader = (event: TimedCdevent, record: RawRecord) => readonly Event[] | NormaliseFailure;

export function cdeventBase(event: TimedCdevent, record: RawRecord): EventBase {
  return eventBase(record, `cdevents.${event.subjectType}`, event.atUs);
}

/** Kept, although no rule reads it yet. */
export function otherCdevent(event: TimedCdevent, record: RawRecord, service: string | null = null): Event {
  const action = `cdevents.${event.subjectType}.${event.predicate}`;
  return { ...cdeventBase(event, record), kind: 'other', action, host: null, service };
}
