import { describe, expect, it } from 'vitest';
import { createNormaliser } from './record-normaliser.js';
import { unmapped } from './unmapped.js';

const record = (text: string) => ({ path: 'p', line: 7, offset: 70, length: text.length, id: 'i', text });
const normalise = (text: string, forcedKind?: 'siem' | 'auth') =>
  createNormaliser({ forcedKind }).normalise(record(text));

describe('createNormaliser', () => {
  it('keeps a timed object of no known source as other', () => {
    expect(normalise('{"time":1700000000,"action":"tick","host":"h"}')).toMatchObject({
      kind: 'siem',
      events: [{ id: 'i', kind: 'other', action: 'tick', host: 'h', atUs: 1700000000000000 }],
    });
    expect(normalise('{"ts":"1772981037725123999","x":1}')).toMatchObject({
      events: [{ atUs: 1772981037725123 }],
    });
  });

  it.each([
    ['{"a":1}', 'FL_RECORD_TIME'],
    ['{"@timestamp":"0001-01-01T00:00:00Z"}', 'FL_RECORD_TIME'],
    ['{"time":1e400}', 'FL_RECORD_TIME'],
    ['free text', 'FL_RECORD_UNRECOGNISED'],
    ['[1,2]', 'FL_RECORD_UNRECOGNISED'],
    ['[]', 'FL_RECORD_UNRECOGNISED'],
    ['{"time":NaN}', 'FL_RECORD_SYNTAX'],
    ['{"time":1700000000', 'FL_RECORD_SYNTAX'],
    ['{"time":1700000000,"time":1}', 'FL_RECORD_DUPLICATE_KEY'],
    ['', 'FL_RECORD_UNRECOGNISED'],
  ])('rejects %s with %s, at its place', (text, code) => {
    expect(normalise(text)).toEqual({
      rejected: {
        code,
        at: { path: 'p', line: 7, offset: 70, length: text.length },
        reason: expect.any(String),
        excerpt: text,
      },
    });
  });

  it('takes a byte order mark off', () => {
    expect(normalise('\ufeff{"time":1700000000}').rejected).toBeUndefined();
  });

  it('rejects 16 MiB and more', () => {
    expect(normalise(`{"a":"${'x'.repeat(17 * 1024 * 1024)}"}`).rejected?.code).toBe('FL_RECORD_TOO_LONG');
  });

  it('masks tokens in the excerpt', () => {
    expect(normalise('{"authorization":"Bearer abcdefghijklmnop"}').rejected?.excerpt).not.toContain(
      'abcdefghijklmnop',
    );
  });

  it('reads an array of documents as one record with several events', () => {
    const result = normalise('[{"time":1700000000},{"time":1700000001}]');
    expect(result.rejected === undefined && result.events.map((event) => event.id)).toEqual(['i-1', 'i-2']);
    expect(normalise('[{"time":1700000000},{"x":1}]').rejected?.code).toBe('FL_RECORD_TIME');
  });

  it('asks only sources of the forced kind', () => {
    expect(normalise('{"time":1700000000}', 'siem').rejected).toBeUndefined();
    expect(normalise('{"time":1700000000}', 'auth').rejected?.code).toBe('FL_RECORD_UNRECOGNISED');
  });

  it('reads any mix of sources in one file', () => {
    const normaliser = createNormaliser();
    const kinds = [
      '{"EventID":5,"Channel":"Security","Hostname":"h","@timestamp":"2025-01-01T00:00:00Z"}',
      'CEF:0|V|P|1|i|n|5|rt=1773796771614',
      '{"time":1700000000}',
      '{"EventID":5,"Channel":"Security","Hostname":"h","@timestamp":"2025-01-01T00:00:00Z"}',
    ].map((text) => {
      const result = normaliser.normalise(record(text));
      return result.rejected === undefined ? result.normaliser : result.rejected.code;
    });
    expect(kinds).toEqual(['windows-flat', 'cef', 'timed-json', 'windows-flat']);
  });

  it('takes hostile keys for keys', () => {
    expect(
      normalise(
        '{"time":1700000000,"__proto__":{"action":"x"},"constructor":{"name":"y"},"hasOwnProperty":1}',
      ).rejected,
    ).toBeUndefined();
    expect(unmapped(record('{"time":1700000000,"__proto__":{"a":1}}'))).toEqual(
      JSON.parse('{"__proto__":{"a":1}}'),
    );
  });
});

describe('unmapped', () => {
  it('is what the normaliser did not read, masked', () => {
    expect(
      unmapped(
        record(
          '{"@timestamp":"2026-01-01T00:00:00Z","event":{"kind":"alert","hash":"h","original":"Bearer abcdefghijklmnop"},"rule":{"id":"r"},"x":{"sessionToken":"t","y":[1]}}',
        ),
      ),
    ).toEqual({ event: { hash: 'h', original: 'Bearer [masked]' }, x: { sessionToken: '[masked]', y: [1] } });
  });
  it('is null for text of no source', () => {
    expect(unmapped(record('free text'))).toBeNull();
  });
});
