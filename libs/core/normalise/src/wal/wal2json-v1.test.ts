import type { Event } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { isFailure } from '../source-normaliser.js';
import { badlyHandledTwin } from '../testing/hostile-twins.js';
import { failureOf, normaliseWith } from '../testing/normalise-document.js';

const head = { xid: 83726, timestamp: '2027-03-10 23:56:05.607321+00' };
const transaction = {
  ...head,
  nextlsn: '0/1DD0CA0A',
  change: [
    { kind: 'message', transactional: true, prefix: 'faultline', content: '{"service":"orders-api"}' },
    {
      kind: 'update',
      schema: 'public',
      table: 'profiles',
      columnnames: ['id', 'name', 'ok'],
      columntypes: ['bigint', 'text', 'boolean'],
      columnvalues: [3, null, true],
      oldkeys: { keynames: ['id'], keytypes: ['bigint'], keyvalues: [1] },
    },
  ],
};
/** The same transaction as version 2 writes it. */
const records = [
  { action: 'B', ...head },
  { action: 'M', ...head, transactional: true, prefix: 'faultline', content: '{"service":"orders-api"}' },
  {
    action: 'U',
    ...head,
    schema: 'public',
    table: 'profiles',
    columns: [
      { name: 'id', type: 'bigint', value: 3 },
      { name: 'name', type: 'text', value: null },
      { name: 'ok', type: 'boolean', value: true },
    ],
    identity: [{ name: 'id', type: 'bigint', value: 1 }],
  },
  { action: 'C', ...head },
];

function eventsOf(source: string, document: unknown): readonly Event[] {
  const result = normaliseWith(source, document);
  if (isFailure(result)) throw new Error(result.reason);
  return result;
}

describe('wal2json-v1', () => {
  it('gives the events of version 2', () => {
    const placeless = (event: Event) => ({ ...event, id: '', lsn: '', record: null });
    const expected = records.flatMap((record) => eventsOf('wal2json-v2', record));
    expect(eventsOf('wal2json-v1', transaction).map(placeless)).toEqual(expected.map(placeless));
  });

  it('gives every event of the record an id of its own', () => {
    const ids = eventsOf('wal2json-v1', transaction).map(({ id }) => id.slice(-2));
    expect(ids).toEqual(['-1', '-2', '-3', '-4']);
  });

  it('reads a transaction without rows (DDL)', () => {
    expect(eventsOf('wal2json-v1', { ...head, change: [] })).toHaveLength(2);
  });

  it('asks for the time', () => {
    expect(failureOf('wal2json-v1', { change: transaction.change }).reason).toContain('include-timestamp');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(transaction)).toBeNull());
});
