import type { CausalGraph, ImpactPoint } from '@faultline/graph';
import { conditionedWalk, type ConditionedWalk } from './conditioned-walk.js';
import { residualMass } from './residual-mass.js';
import { defaultShareOptions, type ShareOptions } from './share-options.js';
import { walkMass } from './walk-mass.js';

/** Entities whose share is computed exactly, one sweep each; the rest keep the screening value, an upper bound. */
export const exactSharesMax = 64;

export interface EntityShare {
  readonly entity: number;
  /** Probability that a backward explanation from the impact to an origin passes through the entity; 1 iff every path does. */
  readonly share: number;
  /** False: `share` is the screening value capped at 1. */
  readonly exact: boolean;
  /** Part of the explanations that begin at this entity; over all entities it sums to 1. */
  readonly originMass: number;
}

export interface CausalShare {
  readonly walk: ConditionedWalk;
  /** Every entity on some path from an origin to an impact, by falling share, exact ones first, then by entity number. */
  readonly entities: readonly EntityShare[];
}

/** Causal share of the entities of the attack subgraph. One weighting sweep, one mass sweep, and one sweep for each of the top 64. */
export function causalShare(
  graph: CausalGraph,
  origins: readonly number[],
  impacts: readonly ImpactPoint[],
  options: ShareOptions = defaultShareOptions,
): CausalShare {
  const walk = conditionedWalk(graph, origins, impacts, options);
  const { entering, ending } = walkMass(walk);
  const met = [...new Set([...walk.from, ...walk.to].map((node) => walk.entityOf[node]!))];
  met.sort((a, b) => entering[b]! - entering[a]! || a - b);
  const entities = met.map((entity, place): EntityShare => {
    const exact = place < exactSharesMax;
    const share = exact ? exactShare(walk, entity) : Math.min(1, entering[entity]!);
    return { entity, share, exact, originMass: ending[entity]! };
  });
  entities.sort((a, b) => Number(b.exact) - Number(a.exact) || b.share - a.share || a.entity - b.entity);
  return { walk, entities };
}

/** Largest share below certainty. */
const almostOne = 1 - Number.EPSILON;

function exactShare(walk: ConditionedWalk, entity: number): number {
  const residual = residualMass(walk, (other) => other === entity);
  return residual.cut ? 1 : Math.max(0, Math.min(almostOne, 1 - residual.mass));
}
