import { describe, expect, it } from 'vitest';
import { indexEvents } from '@faultline/model';
import { event, hour, minute } from '../testing/events.js';
import { transactions } from './transactions.js';

const of = (...events: Parameters<typeof indexEvents>[0][]) =>
  transactions(indexEvents(events.flatMap((e) => [...e])));

describe('transactions', () => {
  it('gather context, changes and boundaries by id, from the first time on', () => {
    const events = [
      event('wal.boundary', { action: 'begin', atUs: 5 }),
      event('wal.context', { atUs: 6 }),
      event('wal.change', { atUs: 7 }),
      event('wal.boundary', { action: 'commit', atUs: 8 }),
    ];
    expect(of(events)).toMatchObject([{ atUs: 5, contexts: [events[1]], changes: [events[2]] }]);
  });

  it('are named by their lowest place in the log, which is a number and no text', () => {
    const at = (lsn: string) => event('wal.change', { lsn });
    const names = of([at('0/9000'), at('0/10000'), at('0/20000')]).map(({ entity }) => entity.key);
    expect(names).toEqual(['7@0/9000']);
  });

  it('that last long stay whole: only silence parts two of the same id', () => {
    const events = [0, 50, 100, 150].map((at) => event('wal.change', { atUs: at * minute }));
    expect(of(events)).toHaveLength(1);
    expect(of([...events, event('wal.change', { atUs: 150 * minute + hour + 1 })])).toHaveLength(2);
  });

  it('need an id', () => {
    expect(of([event('wal.change', { xid: null })])).toEqual([]);
  });
});
