import { describe, expect, it } from 'vitest';
import { badlyHandledTwin, token } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent, recognisers } from '../testing/normalise-document.js';

const head = { xid: 83726, timestamp: '2027-03-10 23:56:05.607321+00', lsn: '0/1DD0CA0A' };
const message = {
  action: 'M',
  ...head,
  transactional: true,
  prefix: 'faultline',
  content: '{"service": "orders-api", "trace_id": "f61c", "token_hmac": "1fcb"}',
};
const update = {
  action: 'U',
  ...head,
  schema: 'public',
  table: 'profiles',
  columns: [
    { name: 'id', type: 'bigint', value: 293259 },
    { name: 'name', type: 'text', value: null },
  ],
  identity: [{ name: 'id', type: 'bigint', value: 293259 }],
  pk: [{ name: 'id', type: 'bigint' }],
};

describe('wal2json-v2', () => {
  it('reads the context of a transaction', () => {
    expect(onlyEvent('wal2json-v2', 'wal.context', message)).toMatchObject({
      atUs: 1804722965607321,
      xid: '83726',
      lsn: '0/1DD0CA0A',
      transactional: true,
      service: 'orders-api',
      traceId: 'f61c',
      tokenHmac: '1fcb',
      signed: false,
    });
  });

  it('tells a signed context from a claimed one', () => {
    const content = '{"service":"orders-api","nonce":"n","mac":"m"}';
    expect(onlyEvent('wal2json-v2', 'wal.context', { ...message, content }).signed).toBe(true);
  });

  it.each(['', 'no json', '[]', '{"service":1,"service":2}', '['.repeat(1000), 'x'.repeat(100_000), null, 7])(
    'keeps a context message with nothing in it where its content is %.20s',
    (content) => {
      const event = onlyEvent('wal2json-v2', 'wal.context', { ...message, content });
      expect(event).toMatchObject({ service: null, traceId: null, tokenHmac: null, signed: false });
    },
  );

  it.each(['faultline.ctx', 'Faultline', 'wal2json', ''])(
    'does not look into a message with the prefix %j',
    (prefix) => {
      const event = onlyEvent('wal2json-v2', 'other', { ...message, prefix, content: 'a secret' });
      expect(JSON.stringify(event)).not.toContain('secret');
    },
  );

  it('reads an update: the new row, and the key that says which row', () => {
    expect(onlyEvent('wal2json-v2', 'wal.change', update)).toMatchObject({
      action: 'update',
      schema: 'public',
      table: 'profiles',
      columns: [
        { name: 'id', type: 'bigint', value: '293259' },
        { name: 'name', type: 'text', value: null },
      ],
      identity: [{ name: 'id', type: 'bigint', value: '293259' }],
    });
  });

  it('keeps bigint and numeric to the last digit, although they are bare JSON numbers', () => {
    const text = JSON.stringify({
      ...update,
      columns: [
        { name: 'a', value: 1 },
        { name: 'b', value: 2 },
      ],
    })
      .replace('"value":1', '"value":9007199254740993')
      .replace('"value":2', '"value":-12345678901234567890.123456789');
    expect(onlyEvent('wal2json-v2', 'wal.change', text).columns.map(({ value }) => value)).toEqual([
      '9007199254740993',
      '-12345678901234567890.123456789',
    ]);
  });

  it.each([
    [1e21, '1000000000000000000000'],
    [-1.5e300, `-15${'0'.repeat(299)}`],
    [1.25e-7, '0.000000125'],
    [0, '0'],
    [1.5, '1.5'],
  ])('writes %s without an exponent', (value, text) => {
    const document = { ...update, columns: [{ name: 'a', type: 'numeric', value }] };
    expect(onlyEvent('wal2json-v2', 'wal.change', document).columns[0]?.value).toBe(text);
  });

  it('writes booleans and documents as JSON', () => {
    const columns = [
      { name: 'a', value: true },
      { name: 'b', value: { x: [1] } },
    ];
    const event = onlyEvent('wal2json-v2', 'wal.change', { ...update, columns });
    expect(event.columns).toEqual([
      { name: 'a', type: null, value: 'true' },
      { name: 'b', type: null, value: '{"x":[1]}' },
    ]);
  });

  it('tells an absent column (unchanged TOAST) from a column that is null', () => {
    const columns = [
      { name: 'a', type: 'text' },
      { name: 'b', type: 'text', value: null },
    ];
    expect(onlyEvent('wal2json-v2', 'wal.change', { ...update, columns }).columns).toEqual([
      { name: 'b', type: 'text', value: null },
    ]);
  });

  it('reads a delete, which names the row by its key only', () => {
    const { columns: _, ...rest } = update;
    expect(onlyEvent('wal2json-v2', 'wal.change', { ...rest, action: 'D' })).toMatchObject({
      action: 'delete',
      columns: [],
    });
  });

  it('reads a truncate, which has no rows', () => {
    const truncate = { action: 'T', ...head, schema: 'audit', table: 'log' };
    expect(onlyEvent('wal2json-v2', 'wal.change', truncate)).toMatchObject({
      action: 'truncate',
      schema: 'audit',
      table: 'log',
    });
  });

  it.each([
    ['B', 'begin'],
    ['C', 'commit'],
  ])('reads %s', (action, boundary) => {
    expect(onlyEvent('wal2json-v2', 'wal.boundary', { action, ...head }).action).toBe(boundary);
  });

  it.each([
    '2027-03-11 07:56:05.607321+08',
    '2027-03-11 07:56:05.607321+08:00',
    '2027-03-10 18:26:05.607321-05:30',
  ])('reads the time %s of the server’s zone', (timestamp) => {
    expect(onlyEvent('wal2json-v2', 'wal.boundary', { action: 'C', ...head, timestamp }).atUs).toBe(
      1804722965607321,
    );
  });

  it('says what to do about records without a time', () => {
    expect(failureOf('wal2json-v2', { action: 'C', xid: 1 }).reason).toContain('include-timestamp');
    const loose = {
      action: 'M',
      xid: null,
      timestamp: null,
      transactional: false,
      prefix: 'faultline',
      content: '{}',
    };
    expect(failureOf('wal2json-v2', loose)).toMatchObject({ code: 'FL_RECORD_TIME' });
    expect(failureOf('wal2json-v2', loose).reason).toContain('transactional');
  });

  it('keeps no token that an application stores or emits', () => {
    const stored = { ...update, columns: [{ name: 'session', type: 'text', value: token }] };
    expect(JSON.stringify(onlyEvent('wal2json-v2', 'wal.change', stored))).not.toContain('eyJ');
    const emitted = { ...message, content: JSON.stringify({ service: 'a', token_hmac: token }) };
    expect(onlyEvent('wal2json-v2', 'wal.context', emitted).tokenHmac).toBeNull();
  });

  it.each([{ action: 'I' }, { action: 'M' }, { action: 'create', table: 't' }, { action: 'X' }])(
    'leaves %o alone',
    (document) => {
      expect(recognisers(document)).toEqual([]);
    },
  );

  it.each([message, update])('handles hostile twins', (document) =>
    expect(badlyHandledTwin(document)).toBeNull(),
  );
});
