import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medianDeviation, quantile, rSquared } from './robust.js';

const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 40 });

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
  ])('of %j is %d', (list, middle) => expect(median(list)).toBe(middle));

  it('of nothing is no number', () => expect(median([])).toBeNaN());

  it('has as many values at or below as at or above it, and changes no input', () => {
    fc.assert(
      fc.property(values, (list) => {
        const copy = [...list];
        const middle = median(list);
        expect(list).toEqual(copy);
        expect(list.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(list.length / 2);
        expect(list.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(list.length / 2);
      }),
    );
  });
});

it('medianDeviation does not move for one wild value', () => {
  expect(medianDeviation([1, 1, 2, 2, 4, 6, 9], 2)).toBe(1);
  expect(medianDeviation([1, 1, 2, 2, 4, 6, 9e9], 2)).toBe(1);
});

describe('quantile', () => {
  it('is a value of the list and never beyond its end', () => {
    expect([0, 0.5, 0.9, 1].map((q) => quantile([4, 3, 2, 1], q))).toEqual([1, 3, 4, 4]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('grows with q', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, part, part, (list, a, b) => {
        expect(quantile(list, Math.min(a, b))).toBeLessThanOrEqual(quantile(list, Math.max(a, b)));
      }),
    );
  });
});

describe('rSquared', () => {
  it('is 1 on any line, rising or falling', () => {
    expect(rSquared([1, 2, 3, 4], [10, 8, 6, 4])).toBeCloseTo(1, 14);
  });

  it('is 0 when either does not vary, or for fewer than three values', () => {
    expect([
      rSquared([1, 1, 1], [1, 2, 3]),
      rSquared([1, 2, 3], [5, 5, 5]),
      rSquared([1, 2], [1, 2]),
    ]).toEqual([0, 0, 0]);
  });

  // Anscombe (1973), "Graphs in Statistical Analysis": four data sets of one r² = 0.67.
  it.each([
    [[8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]],
    [[9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]],
    [[7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]],
  ])('is 0.67 for a set of Anscombe', (y) => {
    expect(rSquared([10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], y)).toBeCloseTo(0.666, 2);
  });

  it('keeps its digits at the size of microseconds since 1970', () => {
    const x = Array.from({ length: 50 }, (_, i) => 1_773_000_000_000_000 + i * 1000);
    expect(
      rSquared(
        x,
        x.map((value, i) => 7 * i + (value % 2)),
      ),
    ).toBeGreaterThan(0.999_999);
  });
});
