import { cheapestHittingSet, costSlack, independentParts } from './hitting-set.js';
import type { KnownPath } from './known-paths.js';

/** Work that a verifier may be asked to repeat; a bound that costs more to check is given up for a weaker one. */
const workMax = 2e7;

export interface Proof {
  readonly paths: readonly KnownPath[];
  readonly bound: number;
}

/**
 * A small family of the known paths that still forces the bound, for the certificate: grown from nothing, always by paths that the
 * cheapest hitting set so far misses, then thinned by leaving out what the bound does not need. When even the small family is too hard
 * to solve, the largest bound that is easy. `bound` equals `cost` bit for bit when the cut is optimal.
 */
export function provingPaths(
  cost: Float64Array,
  known: readonly KnownPath[],
  bound: number,
  cutCost: number,
  optimal: boolean,
): Proof {
  const target = optimal ? cutCost : bound;
  const grown = grow(cost, known, target);
  const parts = independentParts(grown.paths, (path) => path.nodes);
  const paths = parts.flatMap((part) => thin(cost, part));
  return { paths, bound: grown.reachedTarget ? target : grown.bound };
}

function grow(
  cost: Float64Array,
  known: readonly KnownPath[],
  target: number,
): { paths: KnownPath[]; bound: number; reachedTarget: boolean } {
  const paths: KnownPath[] = [];
  const rest = [...known].sort((a, b) => a.nodes.length - b.nodes.length);
  let bound = 0;
  let provenPaths = 0;
  for (let chosen = new Set<number>(); ; ) {
    if (bound >= target - costSlack * Math.max(1, target)) return { paths, bound, reachedTarget: true };
    const taken = new Set(chosen);
    for (const path of rest) {
      if (path.nodes.some((node) => taken.has(node))) continue;
      paths.push(path);
      for (const node of path.nodes) taken.add(node);
    }
    const answer = cheapestHittingSet(cost, nodesOf(paths), { below: Infinity, workMax });
    if (answer.chosen === null || paths.length === provenPaths) {
      return { paths: paths.slice(0, provenPaths), bound, reachedTarget: false };
    }
    bound = answer.cost;
    provenPaths = paths.length;
    chosen = new Set(answer.chosen);
  }
}

/** Leaves out, the longest first, every path without which the cheapest hitting set costs the same. */
function thin(cost: Float64Array, paths: readonly KnownPath[]): readonly KnownPath[] {
  if (paths.length === 1) return paths;
  const whole = cheapestHittingSet(cost, nodesOf(paths), { below: Infinity, workMax });
  let kept = [...paths].sort((a, b) => a.nodes.length - b.nodes.length);
  let work = whole.work;
  if (whole.chosen === null) return kept;
  for (let k = kept.length - 1; k >= 0 && work < workMax; k--) {
    const without = kept.toSpliced(k, 1);
    const answer = cheapestHittingSet(cost, nodesOf(without), { below: whole.cost, workMax: workMax - work });
    work += answer.work;
    if (answer.finished && answer.chosen === null) kept = without;
  }
  return kept;
}

function nodesOf(paths: readonly KnownPath[]): Int32Array[] {
  return paths.map((path) => path.nodes);
}
