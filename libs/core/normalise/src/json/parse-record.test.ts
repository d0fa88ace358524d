import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@faultline/model';
import { parseRecord } from './parse-record.js';

const codeOf = (text: string) => {
  const parsed = parseRecord(text);
  return 'value' in parsed ? null : parsed.code;
};
const valueOf = (text: string): JsonValue | undefined => {
  const parsed = parseRecord(text);
  return 'value' in parsed ? parsed.value : undefined;
};

describe('parseRecord', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), (text) => {
        const value = JSON.parse(text) as JsonValue;
        // Written again, no object has a key twice and no number more digits than a double.
        expect(valueOf(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(valueOf(JSON.stringify(value, null, 2))).toEqual(value);
        expect(valueOf(`{"v": ${JSON.stringify(value)}, "w": [1, 2]}`)).toEqual({ v: value, w: [1, 2] });
      }),
    );
  });

  it('finds a duplicate key wherever it stands and however it is written', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":1,"b":{"c":[{"x":1,"y":2,"x":3}]}}',
      '{ "a" : 1 , "a" : 2 }',
      '{"a":"x\\"y","\\u0061":2}',
      '{"__proto__":1,"__proto__":2}',
      '{"a":"","a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxx"}',
      '{"a":1,"a":"z\\":1,","KEY":2}',
      '{"1":1,"b":2,"1":3}',
      '{"a":{"x":1},"a":{"x":1}}',
      '{"a": 1, "a": 2}',
      '{"a":"x","b":"y","b":"z","a":"x\\",\\"b\\":\\"y"}',
      `{"long":"${'x'.repeat(100)}\\\\","long":"${'y'.repeat(100)}"}`,
    ]) {
      expect([text, codeOf(text)]).toEqual([text, 'FL_RECORD_DUPLICATE_KEY']);
    }
  });

  it('takes text that only looks like a key for what it is', () => {
    for (const text of [
      '{"a":"\\"a\\":1"}',
      '{"a":"b\\\\","c":"\\":"}',
      '{"a":["b",":"]}',
      '{"a":{"a":{"a":1}}}',
      '[{"a":1},{"a":1}]',
      '{"a\\":":1}',
    ]) {
      expect(valueOf(text)).toEqual(JSON.parse(text));
    }
  });

  it('finds a key that is put in twice into any object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, pick) => {
        const members = Object.entries(object).map(
          ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
        );
        const again = members[pick % members.length] ?? '';
        expect(codeOf(`{${[...members, again].join(',')}}`)).toBe('FL_RECORD_DUPLICATE_KEY');
      }),
    );
  });

  it('refuses 100,000 levels without recursion, and allows 64', () => {
    expect(codeOf('['.repeat(100_000) + ']'.repeat(100_000))).toBe('FL_RECORD_TOO_DEEP');
    expect(codeOf('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))).toBe('FL_RECORD_TOO_DEEP');
    expect(codeOf('['.repeat(65) + ']'.repeat(65))).toBe('FL_RECORD_TOO_DEEP');
    expect(codeOf('['.repeat(64) + ']'.repeat(64))).toBeNull();
    expect(codeOf(`{"a":"${'['.repeat(1000)}"}`)).toBeNull();
  });

  it('keeps __proto__ and constructor as ordinary keys', () => {
    const value = valueOf(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ) as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(valueOf('{"__proto__":{"x":9007199254740993}}') as object)).toEqual(['__proto__']);
  });

  it('has no NaN and no Infinity', () => {
    for (const text of [
      '{"a":NaN}',
      '{"a":Infinity}',
      '{"a":-Infinity}',
      '{"a":01}',
      '{"a":.5}',
      "{'a':1}",
      '{"a":1,}',
      '{"a":1',
      '',
    ]) {
      expect([text, codeOf(text)]).toEqual([text, 'FL_RECORD_SYNTAX']);
    }
  });

  it('keeps numbers beyond a double as their text', () => {
    expect(
      valueOf(
        '{"a":1e400,"b":9007199254740993,"c":12345678901234567.89,"d":1e-400,"e":-9223372036854775808}',
      ),
    ).toEqual({
      a: '1e400',
      b: '9007199254740993',
      c: '12345678901234567.89',
      d: '1e-400',
      e: '-9223372036854775808',
    });
    expect(
      valueOf('{"a":1772967149015123,"b":1e5,"c":0.1,"d":100000000000000000000,"e":0.000,"f":-1.5E+3}'),
    ).toEqual({
      a: 1772967149015123,
      b: 1e5,
      c: 0.1,
      d: 1e20,
      e: 0,
      f: -1500,
    });
  });

  it('never quotes the record in its reason', () => {
    const parsed = parseRecord('{"authorization":"Bearer abcdefghijklmnop" x}');
    expect('reason' in parsed && parsed.reason).not.toContain('abc');
  });

  it('is linear on strings full of escapes', () => {
    const text = `{"a":"${'\\"'.repeat(500_000)}","b":"${'\\\\'.repeat(500_000)}"}`;
    expect(codeOf(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRecord(text)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1', 'e', 'a', ' ') }),
        (text) => void parseRecord(text),
      ),
    );
  });
});
