import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine } from './clean-line.js';
import { parseCsvRow } from './csv-row.js';
import { quotedDump, unescapeQuoted } from './escapes.js';
import { afterShape, prefixShape } from './learned-prefix.js';
import { timestampEnd } from './timestamp.js';

describe('cleaning a line', () => {
  test.each([
    ['\u001b[1;31mfatal\u001b[0m error', 'fatal error'],
    ['\u001b[2K\u001b[1Gmain.main()\u001b[K', 'main.main()'],
    ['\u001b]0;title\u0007text', 'text'],
    ['#033[31mtext#033[0m', 'text'],
    ['10 %\r20 %\rdone', 'done'],
    ['text\r', 'text'],
    ['\ufefftext', 'text'],
    ['t\0e\0x\0t\0', 'text'],
    ['\u001b', ''],
  ])('makes %j %j', (line, text) => {
    expect(cleanLine(line)).toBe(text);
  });

  test('leaves lines without control characters as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(cleanLine(text)).toBe(text);
      }),
    );
  });
});

describe('the cells of a row', () => {
  test('come back as they were put in', () => {
    const cell = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), (cells) => {
        const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        expect(parseCsvRow(line)).toEqual({ cells, open: false });
      }),
    );
  });

  test('a cell that goes on in the next line is told', () => {
    expect(parseCsvRow('a;"b ""c')).toEqual({ cells: ['a', 'b "c'], open: true });
    expect(parseCsvRow('plain words')).toBeNull();
  });
});

describe('a time before a line', () => {
  test.each([
    '2026-11-26T01:02:03Z',
    '2026-11-26T01:02:03.123456789+01:00',
    '2026-11-26 01:02:03,123',
    '2026-11-26 01:02:03.123 +0100',
    '2026-11-26 01:02:03 UTC',
    '2026/11/26 01:02:03.123456',
    '26/Nov/2026:01:02:03 +0000',
    '26-11-2026 01:02:03',
    'Nov 26 01:02:03',
    'Nov  6 01:02:03.123',
    'Thu Nov 26 01:02:03 2026',
    'I1126 01:02:03.123456',
    '01:02:03.123',
    '1790000000',
    '1790000000.123',
    '1790000000123',
    '[2026-11-26T01:02:03Z]',
  ])('is %s', (text) => {
    expect(timestampEnd(`${text} main.main()`, 0)).toBe(text.length);
  });

  test.each([
    'main.main()',
    '12 monkeys',
    '2026 was a year',
    '1.2.3.4 - - x',
    'May be',
    '/src/main.go:12',
    '',
  ])('is not %j', (text) => {
    expect(timestampEnd(text, 0)).toBe(-1);
  });
});

describe('a learned prefix', () => {
  test('fits the lines that differ in numbers and gaps only', () => {
    const shape = prefixShape('<worker 7/12>  app >> ') ?? '';
    expect(afterShape('<worker 12/3> app >> \t/src/main.go:1 +0x1', shape)).toBe('\t/src/main.go:1 +0x1');
    expect(afterShape('<worker 1/3> app >>', shape)).toBe('');
    expect(afterShape('<driver 1/3> app >> x', shape)).toBeNull();
  });

  test('is never longer than a prefix is', () => {
    expect(prefixShape('x'.repeat(201))).toBeNull();
    expect(prefixShape('')).toBeNull();
  });
});

describe('escapes', () => {
  test('what JSON quoted comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(unescapeQuoted(JSON.stringify(text).slice(1, -1))).toBe(text);
      }),
    );
  });

  test('the quoted string that holds a dump is found in a line of anything', () => {
    expect(quotedDump('x "a" y "panic: \\"b\\"\\n\\ngoroutine 1 [running]:\\n" z "c"')).toBe(
      'panic: \\"b\\"\\n\\ngoroutine 1 [running]:\\n',
    );
    expect(quotedDump('plain')).toBe('plain');
  });
});
