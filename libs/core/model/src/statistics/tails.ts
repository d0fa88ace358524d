import { incompleteBeta } from './incomplete-beta.js';

/**
 * P(X >= x) of a negative binomial with mean `mu` and dispersion `k` (variance mu + mu²/k). A Poisson tail would call ordinary
 * over-dispersed traffic a burst.
 */
export function negativeBinomialTail(x: number, mu: number, k: number): number {
  if (x <= 0) return 1;
  if (mu <= 0) return 0;
  return incompleteBeta(mu / (mu + k), x, k);
}

/** P(X >= x) of a binomial(n, q). */
export function binomialTail(x: number, n: number, q: number): number {
  if (x <= 0) return 1;
  if (x > n) return 0;
  return incompleteBeta(q, x, n - x + 1);
}

/** Dispersion by moments, clamped to 0.5..50 so that a few quiet weeks do not make the tail thin. */
export function dispersionOf(mean: number, variance: number): number {
  if (variance <= mean) return 50;
  return Math.min(50, Math.max(0.5, (mean * mean) / (variance - mean)));
}

/** p-value that a simple linear fit explains at least `rSquared` of n independent values. */
export function linearityP(rSquared: number, n: number): number {
  // The complement itself, since one minus the rest loses every small p.
  return n < 3 ? 1 : incompleteBeta(1 - rSquared, (n - 2) / 2, 0.5);
}
