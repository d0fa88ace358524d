import type { Event, RawRecord } from '@faultline/model';
import { refOf } from '../record-ref.js';

type EventBase = Pick<Event, 'id' | 'atUs' | 'observedAtUs' | 'clock' | 'dataset' | 'record'>;

/**
 * What every event of a server-side source has: the record's own id and place, and a clock that is trusted as it is (servers keep time by
 * NTP; hosts that do not are aligned by their own normaliser).
 */
export function eventBase(
  record: RawRecord,
  dataset: string,
  atUs: number,
  observedAtUs: number | null = null,
): EventBase {
  return { id: record.id, atUs, observedAtUs, clock: null, dataset, record: refOf(record) };
}

/** Several events of one record get `-1`, `-2`, … behind the record's id, so that ids stay unique. */
export function numberEvents(events: readonly Event[]): readonly Event[] {
  return events.length < 2 ? events : events.map((event, i) => ({ ...event, id: `${event.id}-${i + 1}` }));
}
