import type { ConditionedWalk } from './conditioned-walk.js';

export interface WalkMass {
  /** Per entity: mass of the walk that enters it from another entity or starts there. At least its share; above 1 by re-entry. */
  readonly entering: Float64Array;
  /** Per entity: mass that ends there, as an origin. Sums to 1. */
  readonly ending: Float64Array;
}

/** Less counts as nothing: arithmetic near the end of a double's range is a hundred times slower. */
const leastMass = 1e-280;

/** One descending sweep over the records: m of each version, rootcause §2.4. */
export function walkMass(walk: ConditionedWalk): WalkMass {
  const { from, to, inflow, carried, starts, isOrigin, entityOf } = walk;
  const entering = new Float64Array(walk.entityCount);
  const ending = new Float64Array(walk.entityCount);
  const mass = new Float64Array(walk.nodeCount);
  for (let r = from.length - 1; r >= 0; r--) {
    const node = to[r]!;
    entering[entityOf[node]!]! += starts[r]!;
    const here = mass[node]! + starts[r]!;
    if (here < leastMass) continue;
    const source = from[r]!;
    const moved = here * inflow[r]!;
    mass[node] = here * carried[r]!;
    entering[entityOf[source]!]! += moved;
    if (isOrigin[source] !== 0) ending[entityOf[source]!]! += moved;
    else mass[source]! += moved;
  }
  return { entering, ending };
}
