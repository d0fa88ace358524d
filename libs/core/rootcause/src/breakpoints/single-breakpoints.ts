import type { CutInput } from './cut-input.js';
import { cutProblem } from './cut-problem.js';
import { TemporalSearch } from './temporal-search.js';

/**
 * Removable entities each of which alone lies on every origin-to-impact path (rootcause §2.5 B1), ascending by the first link that its
 * removal disables. Exact: start from the removable entities of one path and keep intersecting with the path that meets the fewest of
 * those left; when it meets all of them, every path does. Usually two or three sweeps. Empty when there is no path at all.
 */
export function singleBreakpoints(input: CutInput): number[] {
  const problem = cutProblem(input);
  const search = new TemporalSearch(problem);
  const weight = search.fewestCuttable(new Uint8Array(problem.nodeCount));
  let candidates: Int32Array | null = null;
  for (;;) {
    const path = search.lightestPath(weight);
    if (path === null) return [];
    const met = search.cuttableOf(path);
    const isMet = new Set(met);
    const left: Int32Array = candidates === null ? met : candidates.filter((node: number) => isMet.has(node));
    if (left.length === candidates?.length) break;
    candidates = left;
    weight.fill(0);
    for (const node of left) weight[node] = 1;
  }
  return [...candidates]
    .sort((a, b) => problem.firstSeq[a]! - problem.firstSeq[b]! || a - b)
    .map((node) => problem.entityOf[node]!);
}
