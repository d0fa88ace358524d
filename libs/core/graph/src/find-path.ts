import { impactSeqs, type ImpactPoint, type LinkArrays } from './link-arrays.js';

const UNREACHED = 0x7fffffff;

/**
 * The time-respecting path from an origin to an impact with the fewest links, as link indices; null when there is none. Of equally short
 * ones the path that ends first, each step taken as early as possible. `removed[x] !== 0` disables every link that touches `x`.
 *
 * One ascending sweep is exact: the hop count of an entity only falls over time, and at link i every label was made by an earlier link.
 * O(links) time, 4 bytes per link.
 */
export function findPath(
  graph: LinkArrays,
  origins: Iterable<number>,
  impacts: Iterable<ImpactPoint>,
  removed: Uint8Array | null = null,
): number[] | null {
  const { from, to, linkCount } = graph;
  const seqs = impactSeqs(graph.entityCount, impacts);
  const hops = new Int32Array(graph.entityCount).fill(UNREACHED);
  for (const origin of origins) hops[origin] = 0;
  /** Link that gave an entity its present hop count, and for each used link the link before it; -1 at an origin. */
  const arrivedBy = new Int32Array(graph.entityCount).fill(-1);
  const before = new Int32Array(linkCount);
  let last = -1;
  let best = UNREACHED;
  for (let i = 0; i < linkCount; i++) {
    const source = from[i]!;
    const length = hops[source]! + 1;
    if (length <= 0 || length > best) continue;
    const target = to[i]!;
    if (removed !== null && (removed[source] !== 0 || removed[target] !== 0)) continue;
    before[i] = arrivedBy[source]!;
    if (i <= seqs[target]! && length < best) {
      best = length;
      last = i;
    }
    if (length < hops[target]!) {
      hops[target] = length;
      arrivedBy[target] = i;
    }
  }
  if (last < 0) return null;
  const path: number[] = [];
  for (let i = last; i >= 0; i = before[i]!) path.push(i);
  return path.reverse();
}
