export interface CutEffort {
  /** Links that sweeps may visit. */
  readonly linksVisitedMax: number;
  /** Memberships that the hitting-set search may touch. */
  readonly hittingWorkMax: number;
}

/** About two seconds on one core. Counted work, not time, so that every machine gives the same answer. */
export const defaultCutEffort: CutEffort = { linksVisitedMax: 4e8, hittingWorkMax: 4e7 };
