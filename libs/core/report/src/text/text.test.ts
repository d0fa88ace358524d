import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf } from './entity-words.js';
import { anchorName } from './html-text.js';
import { figure, grouped, intervalWords, percent, percentWithInterval } from './number-words.js';
import { fullTime, offsetName, spanWords } from './time-words.js';
import { shortenMiddle, visibleText } from './visible-text.js';

describe('words', () => {
  it('never rounds a probability to certainty', () => {
    expect([0, 0.0004, 0.05, 0.5, 0.951, 0.9987, 0.99973, 1].map(percent)).toEqual([
      '0%',
      '< 0.1%',
      '5%',
      '50%',
      '95.1%',
      '99.9%',
      '> 99.9%',
      '100%',
    ]);
    expect(intervalWords([0.5, 0.5])).toBeNull();
    expect(percentWithInterval(0.9, [0.8, 0.99])).toBe('90% (80% to 99%)');
  });

  it('writes figures shortly and counts with commas', () => {
    expect([0, 40, 2.1e-7, 0.0079, 4.5612, 1e12].map(figure)).toEqual([
      '0',
      '40',
      '2.1e-7',
      '0.0079',
      '4.56',
      '1.0e12',
    ]);
    expect([1, 999, 1000, 1_234_567].map(grouped)).toEqual(['1', '999', '1,000', '1,234,567']);
  });

  it('writes the time that JavaScript writes, and names an offset', () => {
    // Up to the year 2255: beyond it a double no longer holds every microsecond.
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), (ms) => {
        // oxlint-disable-next-line -- the platform's calendar is the oracle here
        const expected = new Date(ms)
          .toISOString()
          .replace('T', ' ')
          .replace(/(?:\.000)?Z$/u, '');
        expect(fullTime(ms * 1000)).toBe(expected);
      }),
    );
    expect(fullTime(1_772_993_820_000_001, 480)).toBe('2026-03-09 02:17:00.000001');
    expect([0, 480, -210].map(offsetName)).toEqual(['UTC', 'UTC+08:00', 'UTC-03:30']);
    expect(fullTime(Number.NaN)).toBe('NaN µs');
    expect([0, 12, 40_000, 192e6, 187_200e6].map(spanWords)).toEqual([
      '0 s',
      '12 µs',
      '40 ms',
      '3 min 12 s',
      '2 d 4 h',
    ]);
  });

  it('shows what hides, masks, and counts what it cuts', () => {
    expect(visibleText('invoice\u202Egpj.exe')).toBe('invoice⟨U+202E⟩gpj.exe');
    expect(visibleText('a\nb\u001b[31m')).toBe('a⏎b⟨U+001B⟩[31m');
    expect(visibleText('a\u0301\u0301\u0301\u0301\u0301')).toBe('a\u0301\u0301\u0301');
    expect(visibleText('x'.repeat(10_240), 5)).toBe('xxxxx… (10240 characters)');
    expect(visibleText(`Bearer ${'k'.repeat(30)}`)).toBe('Bearer [masked]');
    expect(shortenMiddle('C:\\Windows\\System32\\lsass.exe', 16)).toHaveLength(16);
  });

  it('does not say the kind of an entity twice', () => {
    const label = (kind: string, name: string): string => labelOf({ kind, label: name, key: 'k' });
    expect(label('signing-key', 'signing key 0Dpz')).toBe('0Dpz');
    expect(label('build-step', 'step “Install” of build')).toBe('“Install” of build');
    expect(label('host', 'hostess')).toBe('hostess');
    expect(labelOf({ kind: 'service', label: 'service mesh', key: 'service mesh' })).toBe('service mesh');
    expect(labelOf({ kind: 'service', label: ' ', key: 'a' })).toBe('a');
  });

  it('gives different anchors to different ids', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (a, b) => a === b || anchorName('e', a) !== anchorName('e', b),
      ),
    );
  });
});
