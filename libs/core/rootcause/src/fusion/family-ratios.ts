import type { Evidence } from '@faultline/model';
import { fusionParameters } from './fusion-parameters.js';

/** Tests that say how far to trust others and carry no weight of their own: clock offsets, order. */
const weightless: ReadonlySet<string> = new Set(['T0', 'B5']);

/**
 * Likelihood ratio per family: the mean of its tests' e-values, which stays valid however dependent they are. A missing test enters with what
 * its own report says (1 for most), so losing a source lowers the ratio. Capped.
 */
export function familyRatios(evidence: readonly Evidence[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const item of evidence) {
    if (weightless.has(item.test)) continue;
    const entry = sums.get(item.family) ?? { sum: 0, n: 0 };
    entry.sum += Math.min(fusionParameters.capUpper, item.e);
    entry.n += 1;
    sums.set(item.family, entry);
  }
  return new Map([...sums].map(([family, { sum, n }]) => [family, Math.min(fusionParameters.capUpper, Math.max(fusionParameters.capLower, sum / n))]));
}

/** Families of which every weighted test is MISSING: they could have said anything. */
export function missingFamilies(evidence: readonly Evidence[]): readonly string[] {
  const families = new Map<string, boolean>();
  for (const item of evidence) {
    if (weightless.has(item.test)) continue;
    families.set(item.family, (families.get(item.family) ?? true) && item.status === 'MISSING');
  }
  return [...families].filter(([, missing]) => missing).map(([family]) => family);
}

export function product(ratios: ReadonlyMap<string, number>): number {
  let total = 1;
  for (const ratio of ratios.values()) total *= ratio;
  return total;
}
