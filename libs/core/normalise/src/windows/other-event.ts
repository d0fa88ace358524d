import type { EventOf } from '@faultline/model';
import { refOf } from '../record-ref.js';
import type { WindowsRecord } from './windows-record.js';

/** A Windows event that no linking rule reads yet, under its channel and id, for instance `security/4673`. */
export function otherWindowsEvent(w: WindowsRecord, atUs: number, clock: string): EventOf<'other'> {
  return {
    id: w.record.id,
    atUs,
    observedAtUs: w.loggedAtUs,
    clock,
    dataset: `windows.${w.channel}`,
    record: refOf(w.record),
    kind: 'other',
    action: `${w.channel}/${w.eventId}`,
    host: w.clocks.host,
    service: null,
  };
}
