import { burstGapUs, minBurst } from '@faultline/detect';

/** Constants of every evidence test, printed in each answer's `parameters`. */
export const evidenceParameters = {
  /** A deterministic contradiction (token not in a complete ledger, key never published, code changed without a change of input). */
  flagLikelihoodRatio: 100,
  /** No family moves the odds by more than this, either way. */
  capUpper: 100,
  capLower: 1 / 20,
  significanceP: 0.01,
  /** Gap that ends a burst: tokens of one burst are one observation. */
  burstGapUs,
  minBurst,
} as const;

/**
 * e(p) = 1/(2·sqrt(p)): its integral over p is 1, so a null hypothesis gains nothing on average (Vovk and Wang, "E-values: calibration,
 * combination and applications"). Floored at 1: a test that shows nothing is not counter-evidence.
 */
export function eValue(p: number): number {
  return Math.min(evidenceParameters.capUpper, Math.max(1, 1 / (2 * Math.sqrt(Math.max(p, 1e-300)))));
}
