import { impactSeqs, type ImpactPoint, type LinkArrays } from './link-arrays.js';

/**
 * Links on a time-respecting way to an impact: 1 per link, else 0. One descending sweep: `needed[x]` says that some later link out of `x`
 * still leads to an impact (BackTracker's search as a scan, rootcause §2.2). O(links).
 */
export function backwardSlice(graph: LinkArrays, impacts: Iterable<ImpactPoint>): Uint8Array {
  const { from, to, linkCount } = graph;
  const seqs = impactSeqs(graph.entityCount, impacts);
  const needed = new Uint8Array(graph.entityCount);
  const inSlice = new Uint8Array(linkCount);
  for (let i = linkCount - 1; i >= 0; i--) {
    const target = to[i]!;
    if (needed[target] === 0 && i > seqs[target]!) continue;
    inSlice[i] = 1;
    needed[from[i]!] = 1;
  }
  return inSlice;
}

/** Links that an origin reaches: 1 per link, else 0. One ascending sweep: an entity, once reached, stays reached. O(links). */
export function forwardSlice(graph: LinkArrays, origins: Iterable<number>): Uint8Array {
  const { from, to, linkCount } = graph;
  const reached = new Uint8Array(graph.entityCount);
  for (const origin of origins) reached[origin] = 1;
  const inSlice = new Uint8Array(linkCount);
  for (let i = 0; i < linkCount; i++) {
    if (reached[from[i]!] === 0) continue;
    inSlice[i] = 1;
    reached[to[i]!] = 1;
  }
  return inSlice;
}
