import { cheapestHittingSet, costSlack, independentParts } from './hitting-set.js';
import type { KnownPath } from './known-paths.js';

/** Work that a verifier may be asked to repeat; a bound that costs more to check is given up for a weaker one. */
export const proofWorkMax = 5e6;
/** Work for all the solving on the way to the bound. */
const totalWorkMax = 3e7;

export interface Proof {
  readonly paths: readonly KnownPath[];
  readonly bound: number;
}

/**
 * A small family of the known paths for the certificate, and the bound that it forces: grown from nothing, always by paths that the
 * cheapest hitting set so far misses, until it forces the cost of the cut or no known path is missed; then thinned by leaving out what
 * the bound does not need. A family too hard to solve is given up for the last one that was easy, or for `found`. The bound is bit for bit `cutCost`
 * when it reaches it.
 */
export function provingPaths(
  cost: Float64Array,
  known: readonly KnownPath[],
  cutCost: number,
  found: Proof,
): Proof {
  const grown = grow(cost, known, cutCost);
  const { paths, bound } = grown.bound >= found.bound ? grown : found;
  const parts = independentParts(paths, (path) => path.nodes);
  return { paths: parts.flatMap((part) => thin(cost, part)), bound };
}

function grow(cost: Float64Array, known: readonly KnownPath[], target: number): Proof {
  const bySize = [...known].sort((a, b) => a.nodes.length - b.nodes.length);
  const paths: KnownPath[] = [];
  let proven: Proof = { paths: [], bound: 0 };
  let work = 0;
  for (let hit = new Set<number>(); proven.bound < target;) {
    for (const path of bySize) {
      if (path.nodes.some((node) => hit.has(node))) continue;
      paths.push(path);
      for (const node of path.nodes) hit.add(node);
    }
    if (paths.length === proven.paths.length) break;
    const answer = cheapestHittingSet(cost, nodesOf(paths), {
      below: Infinity,
      workMax: Math.min(proofWorkMax, totalWorkMax - work),
    });
    work += answer.work;
    if (answer.chosen === null) break;
    const reached = answer.cost >= target - costSlack * Math.max(1, target);
    proven = { paths: [...paths], bound: reached ? target : answer.cost };
    hit = new Set(answer.chosen);
  }
  return proven;
}

/** Leaves out, the longest first, every path without which the cheapest hitting set costs the same. */
function thin(cost: Float64Array, paths: readonly KnownPath[]): readonly KnownPath[] {
  if (paths.length === 1) return paths;
  const whole = cheapestHittingSet(cost, nodesOf(paths), { below: Infinity, workMax: proofWorkMax });
  let kept = [...paths].sort((a, b) => a.nodes.length - b.nodes.length);
  let work = whole.work;
  if (whole.chosen === null) return kept;
  for (let k = kept.length - 1; k >= 0 && work < proofWorkMax; k--) {
    const without = kept.toSpliced(k, 1);
    const answer = cheapestHittingSet(cost, nodesOf(without), {
      below: whole.cost,
      workMax: proofWorkMax - work,
    });
    work += answer.work;
    if (answer.finished && answer.chosen === null) kept = without;
  }
  return kept;
}

function nodesOf(paths: readonly KnownPath[]): Int32Array[] {
  return paths.map((path) => path.nodes);
}
