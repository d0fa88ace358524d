import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoSeconds } from './iso-time.js';

it('agrees with the calendar of the machine over five centuries, leap years and centuries included', () => {
  const farthest = Date.UTC(2200, 0, 1) / 1000;
  fc.assert(
    fc.property(fc.integer({ min: -farthest, max: farthest }), (seconds) => {
      expect(isoSeconds(seconds * 1_000_000)).toBe(`${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
    }),
  );
});

it('cuts what is below a second', () => {
  expect(isoSeconds(1_709_164_799_999_999)).toBe('2024-02-28T23:59:59Z');
  expect(isoSeconds(1_709_164_800_000_000)).toBe('2024-02-29T00:00:00Z');
});
