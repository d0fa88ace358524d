import { describe, expect, it } from 'vitest';
import { indexEvents, type Event, type EventOf } from '@faultline/model';
import { event, hourUs, minuteUs, secondUs } from '../testing/events.js';
import { forgedUses, lawfulRecords, nightUs, quietShop } from '../testing/token-traffic.js';
import { unissuedTokenWrote } from './unissued-token-wrote.detection.js';

const lawful = lawfulRecords(quietShop);
const forged = forgedUses({ status: 200 }).map((use, n) => ({ ...use, traceId: `trace-${n}` }));
const find = (...events: readonly Event[]) =>
  unissuedTokenWrote.find(indexEvents([...lawful, ...forged, ...events]));
const context = (traceId: string, given: Partial<EventOf<'wal.context'>> = {}): Event =>
  event('wal.context', given.atUs ?? nightUs + 2 * minuteUs, { traceId, ...given });
const change = (id: number, given: Partial<EventOf<'wal.change'>> = {}): Event =>
  event('wal.change', given.atUs ?? nightUs + 2 * minuteUs + secondUs, {
    identity: [{ name: 'id', type: 'bigint', value: String(id) }],
    ...given,
  });

describe('rows written with tokens that were never issued', () => {
  it('names the row, and that nothing but a claim ties it to the token', () => {
    const [impact, ...rest] = find(context('trace-3'), change(1));
    expect(rest).toEqual([]);
    expect(impact).toMatchObject({ severity: 'critical', attack: ['T1565.001'], by: { kind: 'token' } });
    expect(impact?.why).toContain('claimed');
  });

  it('leaves other transactions alone: another xid, another hour, another place in the log', () => {
    const suspect = context('trace-3', { lsn: '0/16B3748' });
    expect(find(suspect, change(1, { lsn: '0/16B3900' }))).toHaveLength(1);
    expect(find(suspect, change(1, { xid: '8' }))).toEqual([]);
    expect(find(suspect, change(1, { atUs: nightUs + 2 * hourUs }))).toEqual([]);
    expect(find(suspect, change(1, { lsn: '5/16B3748' }))).toEqual([]);
    expect(find(suspect, change(1, { lsn: null }))).toHaveLength(1);
  });

  it('has one actor for a transaction, however many contexts claim it', () => {
    const claims = Array.from({ length: 40 }, (_, n) => context(`trace-${n}`));
    const impacts = find(...claims, ...Array.from({ length: 5 }, (_, id) => change(id)));
    expect(impacts).toHaveLength(5);
    expect(new Set(impacts.map(({ by }) => by?.key)).size).toBe(1);
  });

  it('tells of the first ten rows', () => {
    expect(find(context('trace-3'), ...Array.from({ length: 50 }, (_, id) => change(id)))).toHaveLength(10);
  });
});
