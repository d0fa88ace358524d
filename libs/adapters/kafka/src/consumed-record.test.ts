import type { IHeaders } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { consumedRecord } from './consumed-record.js';

const message = (headers?: IHeaders) => ({
  key: null,
  value: Buffer.from('{}'),
  timestamp: '0',
  attributes: 0,
  offset: '7',
  ...(headers === undefined ? { headers: {} } : { headers }),
});

describe('consumedRecord', () => {
  it('reads the headers of a well-behaved producer', () => {
    const headers = {
      source: Buffer.from('fw-1'),
      'observed-at': Buffer.from('1700000000000'),
      attempts: '2',
    };
    const { source, observedAtMs, attempts, offset } = consumedRecord(message(headers));
    expect({ source, observedAtMs, attempts, offset }).toEqual({
      source: 'fw-1',
      observedAtMs: 1_700_000_000_000,
      attempts: 2,
      offset: 7,
    });
  });

  it.each(['', '-1', '1e9', 'NaN', '99999999999999999999', '9999999999999999', '１２'])(
    'takes %j for no time',
    (text) => {
      expect(consumedRecord(message({ 'observed-at': text })).observedAtMs).toBeNull();
    },
  );

  it('bounds the source, takes the last of several, and does without headers', () => {
    expect(consumedRecord(message({ source: 'x'.repeat(1_000_000) })).source).toHaveLength(1_000);
    expect(consumedRecord(message({ source: ['a', Buffer.from('b')] })).source).toBe('b');
    expect(consumedRecord(message())).toMatchObject({
      source: null,
      observedAtMs: null,
      attempts: 0,
      key: null,
    });
  });

  it('stands a record without a value', () => {
    expect(consumedRecord({ ...message(), value: null }).value).toHaveLength(0);
  });
});
