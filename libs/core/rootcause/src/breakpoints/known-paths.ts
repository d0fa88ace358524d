import type { TemporalSearch } from './temporal-search.js';

/** A path that must be hit: its links, and the nodes that can hit it. */
export interface KnownPath {
  /** Link numbers of the problem. */
  readonly links: Int32Array;
  /** Removable nodes, ascending. */
  readonly nodes: Int32Array;
}

/**
 * Paths that survive `removed`, no two sharing a removable node, each with as few removable nodes as possible: few nodes make a strong
 * bound, and paths apart from each other add up. After removing the nodes of all of them nothing survives. Empty when nothing survives
 * `removed`; a path without removable nodes ends the search.
 */
export function survivingPaths(search: TemporalSearch, removed: Uint8Array): KnownPath[] {
  const weight = search.fewestCuttable(removed);
  const found: KnownPath[] = [];
  for (;;) {
    const batch = search.disjointPaths(weight);
    if (batch.length === 0) return found;
    for (const links of batch) {
      const nodes = search.cuttableOf(links);
      found.push({ links, nodes });
      if (nodes.length === 0) return found;
      for (const node of nodes) weight[node] = Infinity;
    }
  }
}
