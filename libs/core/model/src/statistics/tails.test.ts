import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, logGamma } from './incomplete-beta.js';
import { binomialTail, dispersionOf, linearityP, negativeBinomialTail } from './tails.js';

/** References by exact sums of whole numbers; the quotient of two of them has 17 digits and any exponent. */
function quotient(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const exponent = b.toString().length - a.toString().length;
  const scale = 10n ** BigInt(Math.max(0, 20 + exponent));
  return Number(`${(a * scale) / b}e-${Math.max(0, 20 + exponent)}`);
}

function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i++) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

/** P(X >= x) of a binomial(n, a / b). */
function exactBinomial(x: number, n: number, a: number, b: number): number {
  let sum = 0n;
  for (let k = x; k <= n; k++) sum += choose(n, k) * BigInt(a) ** BigInt(k) * BigInt(b - a) ** BigInt(n - k);
  return quotient(sum, BigInt(b) ** BigInt(n));
}

/** P(X >= x) of a negative binomial of whole k: at least x successes in x + k - 1 trials at rate mu / (mu + k). */
function exactNegativeBinomial(x: number, mu: number, k: number): number {
  return exactBinomial(x, x + k - 1, mu, mu + k);
}

function expectClose(actual: number, expected: number, relative = 1e-10): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);
}

describe('logGamma', () => {
  // Abramowitz and Stegun, table 6.1; ln Γ(1/2) = ln √π; ln 99!.
  it.each([
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [0.1, 2.252712651734206],
    [10, 12.801827480081469],
    [100, 359.1342053695754],
  ])('of %d is %d', (x, value) => expectClose(logGamma(x), value, 1e-13));

  it('of 1 and 2 is nothing', () => {
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(2)).toBeCloseTo(0, 14);
  });
});

describe('incompleteBeta', () => {
  // Closed forms: I_x(1, b) = 1 - (1-x)^b, I_x(a, 1) = x^a, I_x(1/2, 1/2) = (2/π) asin √x.
  it.each([0.001, 0.1, 0.3, 0.5, 0.77, 0.999])('has its closed forms at %d', (x) => {
    expectClose(incompleteBeta(x, 1, 7), 1 - (1 - x) ** 7, 1e-11);
    expectClose(incompleteBeta(x, 7, 1), x ** 7);
    expectClose(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)));
  });

  it('is symmetric, within 0 to 1, and grows with x', () => {
    const size = fc.double({ min: 0.1, max: 500, noNaN: true });
    const place = fc.integer({ min: 0, max: 1024 }).map((part) => part / 1024);
    fc.assert(
      fc.property(place, place, size, size, (x, y, a, b) => {
        const value = incompleteBeta(x, a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(value + incompleteBeta(1 - x, b, a) - 1)).toBeLessThan(1e-9);
        if (x < y) expect(value).toBeLessThanOrEqual(incompleteBeta(y, a, b) + 1e-12);
      }),
    );
  });

  it('is 0 and 1 at its ends and beyond', () => {
    expect([-1, 0, 1, 2].map((x) => incompleteBeta(x, 2, 3))).toEqual([0, 0, 1, 1]);
  });

  it('still converges for a million trials: half of a symmetric distribution', () => {
    expect(incompleteBeta(0.5, 1e6, 1e6)).toBeCloseTo(0.5, 8);
    expect(incompleteBeta(0.5, 1e7, 1e7)).toBeCloseTo(0.5, 6);
  });
});

describe('binomialTail', () => {
  it.each([
    [1, 10, 1, 2],
    [7, 10, 1, 2],
    [60, 100, 1, 2],
    [5, 200, 1, 100],
    [40, 200, 1, 100],
    [300, 400, 1, 4],
    [100, 100, 1, 10],
  ])('of %d or more in %d at %d/%d is the exact sum', (x, n, a, b) => {
    expectClose(binomialTail(x, n, a / b), exactBinomial(x, n, a, b));
  });

  it('reaches far into the tail', () => {
    expectClose(binomialTail(30, 30, 0.1), 1e-30);
    expectClose(binomialTail(250, 300, 0.1), exactBinomial(250, 300, 1, 10), 1e-9);
  });

  it('is certain at nothing and impossible beyond all', () => {
    expect([binomialTail(0, 5, 0.1), binomialTail(-1, 5, 0.1), binomialTail(6, 5, 0.9)]).toEqual([1, 1, 0]);
    expect([binomialTail(1, 5, 0), binomialTail(5, 5, 1)]).toEqual([0, 1]);
  });

  it('falls with the count and rises with the rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        fc.double({ min: 0.001, max: 0.998, noNaN: true }),
        (n, count, q) => {
          const x = count % (n + 1);
          expect(binomialTail(x + 1, n, q)).toBeLessThanOrEqual(binomialTail(x, n, q) + 1e-12);
          expect(binomialTail(x, n, q)).toBeLessThanOrEqual(binomialTail(x, n, q + 0.001) + 1e-12);
        },
      ),
    );
  });
});

describe('negativeBinomialTail', () => {
  it.each([
    [1, 3, 2],
    [10, 3, 2],
    [50, 3, 2],
    [200, 40, 5],
    [90, 1, 1],
    [120, 10, 50],
  ])('of %d or more at mean %d and dispersion %d is the exact sum', (x, mu, k) => {
    expectClose(negativeBinomialTail(x, mu, k), exactNegativeBinomial(x, mu, k));
  });

  it('is geometric for dispersion 1, down to 1e-30 and beyond', () => {
    expectClose(negativeBinomialTail(100, 1, 1), 2 ** -100);
    expectClose(negativeBinomialTail(900, 1, 1), 2 ** -900, 1e-9);
  });

  it('is heavier than the tail of a larger dispersion, and nears Poisson', () => {
    // Poisson(5): P(X >= 15) = 2.2625e-4.
    expectClose(negativeBinomialTail(15, 5, 1e7), 2.26253e-4, 1e-4);
    expect(negativeBinomialTail(15, 5, 1)).toBeGreaterThan(negativeBinomialTail(15, 5, 10));
  });

  it('is certain at nothing, and impossible where nothing is expected', () => {
    expect([negativeBinomialTail(0, 5, 1), negativeBinomialTail(1, 0, 1)]).toEqual([1, 0]);
  });

  it('falls with the count and rises with the mean, and is a number at any size', () => {
    const mean = fc.double({ min: 0.01, max: 1e5, noNaN: true });
    const dispersion = fc.double({ min: 0.5, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), mean, dispersion, (x, mu, k) => {
        const p = negativeBinomialTail(x, mu, k);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(negativeBinomialTail(x + 1, mu, k)).toBeLessThanOrEqual(p + 1e-11);
        expect(negativeBinomialTail(x, mu * 1.01, k)).toBeGreaterThanOrEqual(p - 1e-11);
      }),
    );
  });
});

describe('linearityP', () => {
  // r² = t² / (t² + df): two-sided critical values of Student's t (df, p), as in any table.
  it.each([
    [1, 12.706205, 0.05],
    [5, 2.570582, 0.05],
    [10, 3.169273, 0.01],
    [30, 3.645959, 0.001],
    [60, 1.999, 0.0501],
  ])('with %d degrees of freedom at t = %d is %d', (df, t, p) => {
    expectClose(linearityP(t ** 2 / (t ** 2 + df), df + 2), p, 1e-3);
  });

  it('has the closed form of two degrees of freedom, deep in the tail, too', () => {
    // p = 1 - |r| for n = 4.
    for (const r of [0.1, 0.5, 0.9, 1 - 1e-9]) expectClose(linearityP(r ** 2, 4), 1 - r, 1e-6);
  });

  it('stays above nothing for a fit that is all but perfect', () => {
    const p = linearityP(1 - 1e-7, 12);
    expect(p).toBeGreaterThan(1e-36);
    expect(p).toBeLessThan(1e-30);
  });

  it('says nothing of fewer than three values', () => {
    expect([linearityP(1, 2), linearityP(0, 100), linearityP(0, 3)]).toEqual([1, 1, 1]);
  });
});

describe('dispersionOf', () => {
  it('is by moments, and within 0.5 to 50', () => {
    expect(dispersionOf(10, 60)).toBe(2);
    expect([dispersionOf(10, 10), dispersionOf(10, 5), dispersionOf(10, 10.0001)]).toEqual([50, 50, 50]);
    expect([dispersionOf(1, 1000), dispersionOf(0, 1)]).toEqual([0.5, 0.5]);
  });
});
