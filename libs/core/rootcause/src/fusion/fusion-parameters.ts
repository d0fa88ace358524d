/** Constants of the fusion, printed in each answer's `parameters`. Reasons: docs/adr/0012. */
export const fusionParameters = {
  /** Prior that the origin lies outside what the records can show. */
  priorOriginNotObserved: 0.2,
  /** Prior of a tested candidate, in parts of the typical entry's, before the priors are scaled to sum to 0.8. */
  priorFloor: 1,
  capUpper: 100,
  capLower: 1 / 20,
  /** A family this strong counts towards a verdict. */
  strongFamily: 10,
  confirmedPosterior: 0.99,
  confirmedFamilies: 3,
  probablePosterior: 0.9,
  probableFamilies: 2,
  suspectedPosterior: 0.5,
  conflictBelow: 0.1,
} as const;
