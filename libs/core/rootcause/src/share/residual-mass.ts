import type { ConditionedWalk } from './conditioned-walk.js';

export interface Residual {
  /** h without the removed entities over h: part of the explanations that survives, 0..1. Exactly 0 iff no path survives. */
  readonly mass: number;
  /** No time-respecting path from an origin to an impact is left. */
  readonly cut: boolean;
}

/**
 * What is left of the walk when entities are removed (their versions get h = 0, weights are not renormalised). One ascending sweep;
 * whether a path survives is carried as a bit beside the mass, so that rounding never turns "rarely" into "never".
 */
export function residualMass(walk: ConditionedWalk, removed: (entity: number) => boolean): Residual {
  return sweep(walk, removed, null);
}

/**
 * The walk that is left when entities are removed, conditioned anew, so that the surviving mass is 1 again: differences far below the
 * rounding of the first walk stay visible. Records that no surviving path uses are dropped.
 */
export function survivingWalk(walk: ConditionedWalk, removed: (entity: number) => boolean): ConditionedWalk {
  const count = walk.from.length;
  const through = { inflow: new Float64Array(count), total: new Float64Array(count) };
  const { mass } = sweep(walk, removed, through);
  const kept = Int32Array.from(walk.from.keys()).filter((r) => through.total[r]! > 0);
  const inflow = Float64Array.from(kept, (r) => through.inflow[r]! / through.total[r]!);
  return {
    ...walk,
    from: Int32Array.from(kept, (r) => walk.from[r]!),
    to: Int32Array.from(kept, (r) => walk.to[r]!),
    inflow,
    carried: inflow.map((part) => 1 - part),
    starts: Float64Array.from(kept, (r) => (walk.starts[r]! * through.total[r]!) / mass),
  };
}

/** Less counts as nothing: arithmetic near the end of a double's range is a hundred times slower. */
const leastShare = 1e-280;

interface Through {
  readonly inflow: Float64Array;
  readonly total: Float64Array;
}

function sweep(
  walk: ConditionedWalk,
  removed: (entity: number) => boolean,
  through: Through | null,
): Residual {
  const { from, to, inflow, carried, starts } = walk;
  const alive = new Uint8Array(walk.nodeCount);
  const share = new Float64Array(walk.nodeCount);
  const reached = new Uint8Array(walk.nodeCount);
  for (let node = 0; node < walk.nodeCount; node++) {
    if (removed(walk.entityOf[node]!)) continue;
    alive[node] = 1;
    if (walk.isOrigin[node] !== 0) share[node] = reached[node] = 1;
  }
  let mass = 0;
  let cut = true;
  for (let r = 0; r < from.length; r++) {
    const node = to[r]!;
    if (alive[node] === 0) continue;
    const source = from[r]!;
    const viaInflow = inflow[r]! * share[source]!;
    const sum = viaInflow + carried[r]! * share[node]!;
    const total = sum < leastShare ? 0 : sum;
    share[node] = total;
    reached[node]! |= reached[source]!;
    if (through !== null) {
      through.inflow[r] = viaInflow;
      through.total[r] = total;
    }
    if (starts[r] === 0) continue;
    mass += starts[r]! * total;
    if (reached[node] !== 0) cut = false;
  }
  return { mass: cut ? 0 : Math.min(1, Math.max(Number.MIN_VALUE, mass)), cut };
}
