import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochToUs, secondsToUs } from './epoch.js';
import { parseTimeUs } from './parse-time.js';

describe('parseTimeUs', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2026-03-08T14:43:57.725Z', 1772981037725000],
    ['2026-03-08T16:41:45.3944010Z', 1772988105394401],
    ['2026-03-08T16:41:45.394401999Z', 1772988105394401],
    ['2026-03-08t16:41:45z', 1772988105000000],
    ['2026-03-08 16:41:45', 1772988105000000],
    ['2026-03-08 16:41:45 UTC', 1772988105000000],
    ['2026-03-08T16:41:45,5+00:00', 1772988105500000],
    ['2027-03-10 23:56:05.607321+00', 1804722965607321],
    ['2027-03-11 07:56:05.607321+08', 1804722965607321],
    ['2027-03-11 05:26:05.607321+05:30', 1804722965607321],
    ['2027-03-10T18:56:05.607321-0500', 1804722965607321],
    ['2016-12-31T23:59:60Z', 1483228800000000],
    ['2024-02-29T00:00:00Z', 1709164800000000],
    ['1772981037', 1772981037000000],
    ['1772981037.725', 1772981037725000],
    ['1772981037725', 1772981037725000],
    ['1772981037725123', 1772981037725123],
    ['1772981037725123999', 1772981037725123],
  ])('reads %s', (text, expected) => expect(parseTimeUs(text)).toBe(expected));

  it.each([
    '',
    'yesterday',
    '2026-03-08',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-08T24:00:00Z',
    '2026-03-08T00:60:00Z',
    '2026-03-08T00:00:61Z',
    '2026-03-08T00:00:00.Z',
    '2026-03-08T00:00:00.1234567890Z',
    '2026-03-08T00:00:00+',
    '2026-03-08T00:00:00+1',
    '2026-03-08T00:00:00+99:00',
    '2026-03-08T00:00:00 CET',
    '1969-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    'infinity',
    '-1',
    '1e400',
    'NaN',
    '2026-03-08X00:00:00Z',
    '2026-03-08T00:00',
    `2026-03-08T00:00:00.${'0'.repeat(1e6)}Z`,
  ])('says null for what is no time of 1970 to 2200: %.40s', (text) => expect(parseTimeUs(text)).toBeNull());

  it('agrees with Date on every millisecond of its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_258_118_399_999 }), (ms) => {
        expect(parseTimeUs(new Date(ms).toISOString())).toBe(ms * 1000);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTimeUs(text)));
    fc.assert(fc.property(fc.string(), (tail) => void parseTimeUs(`2026-03-08T16:41:45${tail}`)));
  });
});

describe('epochs', () => {
  it('are told apart by their size', () => {
    expect(epochToUs(1772981037)).toBe(1772981037000000);
    expect(epochToUs(1772981037725)).toBe(1772981037725000);
    expect(epochToUs(1772981037725123)).toBe(1772981037725123);
  });

  it.each([-1, Infinity, NaN, 1e300, 7_258_118_400])('of %s seconds are null', (seconds) =>
    expect(secondsToUs(seconds)).toBeNull(),
  );
});
