import type { ImpactPoint } from '@faultline/graph';
import type { ConditionedWalk } from '../share/conditioned-walk.js';
import { residualMass, survivingWalk } from '../share/residual-mass.js';
import { walkMass } from '../share/walk-mass.js';
import { usableCost } from './cut-input.js';

/** Parts of the explanations that a mass cut intercepts; 1 is a full cut. */
export const massLevels = [0.95, 0.99, 1] as const;

/** Records that residual sweeps may visit; afterwards entities are taken by their last known gain. Counted, not timed. */
const recordsVisitedMax = 6e7;
/** A set of more entities is no answer that anyone could act on; the cheapest cut is then the better one. */
const entitiesMax = 256;

export interface MassCut {
  /** Asked-for part of the mass, 0..1. */
  readonly beta: number;
  /** In the order in which they were taken: each adds most mass per cost. */
  readonly entities: readonly number[];
  /** Part of the explanations that survives. Above 1 - beta only where nothing more can be removed, or 256 entities do not do it. */
  readonly residualMass: number;
}

/**
 * Sets that intercept most of the causal mass for their cost (rootcause §2.5 B3), greedy and lazy: the mass intercepted by a set is
 * submodular, so a gain computed earlier bounds the gain now. Within 1-1/e of the best for equal costs and a budget. One set per beta,
 * each a prefix of the next. Ties: the lower entity number.
 */
export function massCut(
  walk: ConditionedWalk,
  impacts: readonly ImpactPoint[],
  cost: (entity: number) => number | null,
  betas: readonly number[] = massLevels,
): MassCut[] {
  const greedy = new LazyGreedy(walk, impacts, cost);
  return [...betas]
    .sort((a, b) => a - b)
    .map((beta) => {
      while (greedy.residual > (beta >= 1 ? 0 : 1 - beta) && greedy.takeNext());
      return { beta, entities: [...greedy.taken], residualMass: greedy.residual };
    });
}

/** Below this part the surviving walk is conditioned anew: gains are then differences of numbers near 1 again. */
const reconditionBelow = 1e-3;
/** Near the end of a double's range nothing can be divided by the mass. */
const leastMass = 1e-250;

class LazyGreedy {
  readonly taken: number[] = [];
  readonly #removed = new Set<number>();
  /** Upper bound of what each entity intercepts of the present walk. */
  #gain: Float64Array;
  /** The present walk's part of the first one, and what the removals since then have left of it. */
  #scale = 1;
  #survives: number;
  readonly #cost: Float64Array;
  #candidates: number[];
  #visited = 0;

  constructor(
    private walk: ConditionedWalk,
    impacts: readonly ImpactPoint[],
    cost: (entity: number) => number | null,
  ) {
    const { entering } = walkMass(walk);
    const isImpact = new Set(impacts.map((impact) => impact.entity));
    this.#gain = entering;
    this.#cost = new Float64Array(walk.entityCount).fill(Infinity);
    this.#candidates = [];
    for (let entity = 0; entity < walk.entityCount; entity++) {
      if (entering[entity] === 0 || isImpact.has(entity)) continue;
      this.#cost[entity] = usableCost(cost(entity));
      if (this.#cost[entity]! < Infinity) this.#candidates.push(entity);
    }
    this.#survives = walk.starts.some((part) => part > 0) ? 1 : 0;
  }

  get residual(): number {
    return this.#survives === 0 ? 0 : Math.max(Number.MIN_VALUE, this.#scale * this.#survives);
  }

  /** Removes one more entity; false when nothing is left that intercepts anything. */
  takeNext(): boolean {
    if (this.taken.length >= entitiesMax) return false;
    for (;;) {
      const entity = this.#best();
      if (entity < 0) return false;
      const mass = this.#massWithout(entity);
      this.#gain[entity] = this.#survives - mass;
      if (this.#best() !== entity && this.#visited <= recordsVisitedMax) continue;
      this.#candidates = this.#candidates.filter((other) => other !== entity);
      this.#removed.add(entity);
      this.taken.push(entity);
      this.#survives = mass;
      if (mass > leastMass && mass < reconditionBelow) this.#recondition();
      return true;
    }
  }

  #best(): number {
    let best = -1;
    let bestScore = 0;
    for (const entity of this.#candidates) {
      const score = this.#gain[entity]! / (this.#cost[entity]! || Number.MIN_VALUE);
      if (score > bestScore) {
        best = entity;
        bestScore = score;
      }
    }
    return best;
  }

  #recondition(): void {
    this.walk = survivingWalk(this.walk, (entity) => this.#removed.has(entity));
    this.#gain = walkMass(this.walk).entering;
    this.#scale *= this.#survives;
    this.#survives = this.walk.from.length === 0 ? 0 : 1;
  }

  #massWithout(entity: number): number {
    this.#visited += this.walk.from.length + this.walk.nodeCount;
    return residualMass(this.walk, (other) => other === entity || this.#removed.has(other)).mass;
  }
}
