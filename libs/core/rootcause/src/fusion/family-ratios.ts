import type { Evidence } from '@faultline/model';
import { fusionParameters } from './fusion-parameters.js';

/** Tests that say how far to trust others and carry no weight of their own: clock offsets, order, who could reach a route. Below 1 they are counter-evidence and multiply. */
const weightless: ReadonlySet<string> = new Set(['T0', 'B5', 'X4']);

/**
 * Weight of a test within its family, fixed before any data is seen; a weighted mean of e-values is again one, however dependent they are. The
 * test that carries the family's claim weighs most; its companions mainly say what could not be seen. A test not listed weighs 1.
 */
const weights: Readonly<Record<string, number>> = {
  T1: 8,
  T3: 1,
  T4: 1,
  J0: 3,
  J1: 3,
  J2: 2,
  J4: 2,
  H1: 3,
  H2: 1,
  H4: 1,
};

/**
 * Likelihood ratio per family. A missing test enters with what its own report says (1 for most), so losing a source lowers the ratio. Capped.
 */
export function familyRatios(evidence: readonly Evidence[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; weight: number }>();
  const acquittals = new Map<string, number>();
  for (const item of evidence) {
    if (weightless.has(item.test)) {
      if (item.e < 1) acquittals.set(item.family, (acquittals.get(item.family) ?? 1) * item.e);
      continue;
    }
    const weight = weights[item.test] ?? 1;
    const entry = sums.get(item.family) ?? { sum: 0, weight: 0 };
    entry.sum += weight * Math.min(fusionParameters.capUpper, item.e);
    entry.weight += weight;
    sums.set(item.family, entry);
  }
  return new Map(
    [...sums].map(([family, { sum, weight }]) => {
      const ratio = (sum / weight) * (acquittals.get(family) ?? 1);
      return [family, Math.min(fusionParameters.capUpper, Math.max(fusionParameters.capLower, ratio))];
    }),
  );
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
