import type { CausalGraph } from '@faultline/graph';

/** Seven days, the window of the rarity count (rootcause §2.4). */
export const rarityWindowUs = 7 * 86_400 * 1_000_000;

/**
 * Per link 1/(1+log2(1+n)), n = links between the same two entities in the seven days before it: what happens all the time explains
 * little. For `ShareOptions.factor`. O(links) time and memory.
 */
export function linkRarity(graph: CausalGraph, windowUs: number = rarityWindowUs): Float64Array {
  const rarity = new Float64Array(graph.linkCount);
  /** Per pair: its links so far and the first of them still inside the window. */
  const pairs = new Map<number, { links: number[]; first: number }>();
  for (let link = 0; link < graph.linkCount; link++) {
    const key = graph.from[link]! * graph.entityCount + graph.to[link]!;
    let pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, (pair = { links: [], first: 0 }));
    const earliestUs = graph.atUs[link]! - windowUs;
    while (pair.first < pair.links.length && graph.atUs[pair.links[pair.first]!]! < earliestUs) pair.first++;
    rarity[link] = 1 / (1 + Math.log2(1 + pair.links.length - pair.first));
    pair.links.push(link);
  }
  return rarity;
}
