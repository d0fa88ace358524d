import { describe, expect, it } from 'vitest';
import { base64Of } from '../testing/base64-of.js';
import { badlyHandledTwin } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../testing/normalise-document.js';

const source = {
  connector: 'postgresql',
  db: 'shop',
  schema: 'public',
  table: 'profiles',
  txId: 83726,
  lsn: 500222474,
  ts_ms: 1804722965607,
};
const change = {
  op: 'u',
  before: { id: 1 },
  after: { id: 3, name: null, note: '__debezium_unavailable_value' },
  source,
  ts_ms: 1804722966000,
};

describe('debezium', () => {
  it('reads a change, at the time of its commit, without the TOAST value that nobody knows', () => {
    expect(onlyEvent('debezium', 'wal.change', change)).toMatchObject({
      atUs: 1804722965607000,
      xid: '83726',
      lsn: '0/1DD0CA0A',
      action: 'update',
      schema: 'public',
      table: 'profiles',
      columns: [
        { name: 'id', type: null, value: '3' },
        { name: 'name', type: null, value: null },
      ],
      identity: [{ name: 'id', type: null, value: '1' }],
    });
  });

  it('reads it within the schema envelope, to the microsecond where the source says it', () => {
    const document = { schema: {}, payload: { ...change, source: { ...source, ts_us: 1804722965607321 } } };
    expect(onlyEvent('debezium', 'wal.change', document).atUs).toBe(1804722965607321);
  });

  it.each([
    ['c', 'insert'],
    ['d', 'delete'],
    ['t', 'truncate'],
  ])('reads %s as %s', (op, action) => {
    expect(onlyEvent('debezium', 'wal.change', { ...change, op }).action).toBe(action);
  });

  it('takes the rows of a snapshot for no write', () => {
    expect(onlyEvent('debezium', 'other', { ...change, op: 'r' })).toBeDefined();
  });

  it('reads the context message', () => {
    const content = base64Of('{"service":"orders-api"}');
    const document = { op: 'm', source, ts_ms: 1, message: { prefix: 'faultline', content } };
    expect(onlyEvent('debezium', 'wal.context', document).service).toBe('orders-api');
  });

  it('keeps a log position beyond 2^53', () => {
    const text = JSON.stringify(change).replace('500222474', '9007199254740993');
    expect(onlyEvent('debezium', 'wal.change', text).lsn).toBe('200000/1');
  });

  it('rejects a change without a time', () => {
    const { ts_ms: _, ...timeless } = source;
    expect(failureOf('debezium', { ...change, source: timeless, ts_ms: null }).code).toBe('FL_RECORD_TIME');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(change)).toBeNull());
});
