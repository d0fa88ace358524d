import { survivingPaths } from './known-paths.js';
import { putBackPaths } from './put-back-paths.js';
import type { TemporalSearch } from './temporal-search.js';

/** A set that cuts, with nothing in it that is not needed. */
export interface ValidCut {
  /** Nodes, ascending. */
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** Sum in ascending order of node, so that equal sets have bit-equal costs. */
export function costOf(cost: ArrayLike<number>, nodes: readonly number[]): number {
  return [...nodes].sort((a, b) => a - b).reduce((sum, node) => sum + cost[node]!, 0);
}

/**
 * Drops nodes that the cut does not need, the dearest first, then those farthest from the origin. `nodes` must cut. Two sweeps for each
 * node dropped and two to see that none is left.
 */
export function minimised(search: TemporalSearch, nodes: readonly number[]): ValidCut {
  const { cost, firstSeq } = search.problem;
  const kept = [...nodes].sort((a, b) => cost[b]! - cost[a]! || firstSeq[b]! - firstSeq[a]! || b - a);
  for (let needless = 0; needless >= 0;) {
    needless = putBackPaths(search, kept).indexOf(null);
    if (needless >= 0) kept.splice(needless, 1);
  }
  kept.sort((a, b) => a - b);
  return { nodes: kept, cost: costOf(cost, kept) };
}

/**
 * Completes `nodes` to a cut: while paths survive, removes of each the node that hits most of the known paths not yet hit, per cost.
 * A few sweeps per round, few rounds. Every surviving path must have a removable node.
 */
export function completed(
  search: TemporalSearch,
  nodes: readonly number[],
  known: readonly Int32Array[],
): ValidCut {
  const { cost, nodeCount, firstSeq } = search.problem;
  const removed = new Uint8Array(nodeCount);
  for (const node of nodes) removed[node] = 1;
  const paths = [...known];
  const chosen = [...nodes];
  for (;;) {
    const survivors = survivingPaths(search, removed);
    if (survivors.length === 0) return minimised(search, chosen);
    paths.push(...survivors.map((path) => path.nodes));
    const gain = unhitCounts(paths, removed);
    for (const { nodes: candidates } of survivors) {
      const score = (node: number) => gain[node]! / (cost[node]! || Number.MIN_VALUE);
      const best = candidates.reduce((a, b) => {
        const better = score(b) - score(a) || firstSeq[a]! - firstSeq[b]!;
        return better > 0 ? b : a;
      });
      chosen.push(best);
      removed[best] = 1;
    }
  }
}

function unhitCounts(paths: readonly Int32Array[], removed: Uint8Array): Int32Array {
  const counts = new Int32Array(removed.length);
  for (const nodes of paths) {
    if (nodes.some((node) => removed[node] !== 0)) continue;
    for (const node of nodes) counts[node]!++;
  }
  return counts;
}
