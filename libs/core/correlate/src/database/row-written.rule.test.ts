import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event } from '../testing/events.js';
import { rowWritten } from './row-written.rule.js';

const column = (name: string, value: string | null = '1') => ({ name, type: null, value });
const change = (given: Partial<EventOf<'wal.change'>> = {}) =>
  event('wal.change', {
    action: 'update',
    columns: [column('id'), column('email', 'a@b')],
    identity: [column('id')],
    atUs: 5,
    ...given,
  });

it('draws the row written and the columns that the record carries, but for the key', () => {
  expect(drawn(rowWritten, change())).toEqual([
    'database-transaction 7 -[wrote]-> row public.profiles/id=1 @5 observed',
    'row public.profiles/id=1 -[in]-> column public.profiles.email @5 observed',
  ]);
});

it('draws a deletion', () => {
  expect(drawn(rowWritten, change({ action: 'delete', columns: [] }))).toEqual([
    'database-transaction 7 -[deleted]-> row public.profiles/id=1 @5 observed',
  ]);
});

it('draws a truncation of the whole table', () => {
  expect(drawn(rowWritten, change({ action: 'truncate', columns: [], identity: [] }))).toEqual([
    'database-transaction 7 -[truncated]-> table public.profiles @5 observed',
  ]);
});

describe('a row is named', () => {
  const rowOf = (given: Partial<EventOf<'wal.change'>>) =>
    drawn(rowWritten, change({ id: 'w1', ...given }))[0];

  it('by all columns of its replica identity', () => {
    const identity = [column('tenant', '9'), column('id')];
    expect(rowOf({ identity })).toContain('row public.profiles/tenant=9,id=1 ');
  });

  it('by its column `id` where an insert has no identity', () => {
    expect(rowOf({ identity: [], action: 'insert' })).toContain('row public.profiles/id=1 ');
  });

  it('by its own record where it has neither', () => {
    expect(rowOf({ identity: [], columns: [column('email')] })).toContain('row public.profiles/w1 ');
  });

  it('with values of at most 64 characters', () => {
    expect(rowOf({ identity: [column('id', 'x'.repeat(5000))] })).toContain(`/id=${'x'.repeat(64)} `);
  });
});

it('leads from the cause over transaction and row to the column within one instant', () => {
  const context = event('wal.context', { service: 'orders', atUs: 5 });
  expect(leadsTo([change(), context], 'service orders', 'column public.profiles.email')).toBe(true);
});

it('takes 64 columns of a table that has thousands', () => {
  const columns = Array.from({ length: 2000 }, (_, i) => column(`c${i}`));
  expect(drawn(rowWritten, change({ columns }))).toHaveLength(65);
});

it('draws nothing for a change outside any transaction', () => {
  expect(drawn(rowWritten, change({ xid: null }))).toEqual([]);
});
