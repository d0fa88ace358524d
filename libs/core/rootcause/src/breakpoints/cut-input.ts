import type { CausalGraph, ImpactPoint } from '@faultline/graph';

/** The question that every answer about breakpoints starts from. Entities are numbers of the graph. */
export interface CutInput {
  readonly graph: CausalGraph;
  readonly origins: readonly number[];
  readonly impacts: readonly ImpactPoint[];
  /** Cost of removing an entity; null: it cannot be removed. Impacts are never removable, whatever this says. */
  readonly cost: (entity: number) => number | null;
}

/** A cost as the solver uses it: Infinity for everything that cannot be removed, a nonsensical (negative, NaN) cost included. */
export function usableCost(cost: number | null): number {
  return cost !== null && cost >= 0 ? cost + 0 : Infinity;
}
