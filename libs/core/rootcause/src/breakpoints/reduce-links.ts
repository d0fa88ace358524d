import type { LinkArrays } from '@faultline/graph';

/**
 * Drops links of the attack subgraph that no minimal path needs, so that the cutting sets stay the same (rootcause §5.3):
 * into an origin (the rest of the path starts there); out of what only completed paths reach; a repeat of a link whose source has
 * learnt nothing since (source dependence); and, going back, one whose target is not read before its repeat. Returns link indices,
 * ascending. O(links); a map of pairs lives only here.
 */
export function reduceLinks(
  graph: LinkArrays,
  links: Int32Array,
  isOrigin: Uint8Array,
  impactSeq: Int32Array,
): Int32Array {
  const isHit = (link: number) => link <= impactSeq[graph.to[link]!]!;
  return keepLastUnread(graph, keepFirstKnown(graph, links, isOrigin, isHit), isHit);
}

function keepFirstKnown(
  graph: LinkArrays,
  links: Int32Array,
  isOrigin: Uint8Array,
  isHit: (link: number) => boolean,
): number[] {
  const reached = isOrigin.slice();
  const version = new Int32Array(graph.entityCount);
  const seen = new Map<number, number>();
  const kept: number[] = [];
  for (const link of links) {
    const source = graph.from[link]!;
    const target = graph.to[link]!;
    const ends = isHit(link);
    if (reached[source] === 0 || (isOrigin[target] !== 0 && !ends)) continue;
    const pair = source * graph.entityCount + target;
    if (seen.get(pair) === version[source]) continue;
    seen.set(pair, version[source]!);
    kept.push(link);
    if (ends) continue;
    reached[target] = 1;
    version[target]!++;
  }
  return kept;
}

function keepLastUnread(
  graph: LinkArrays,
  links: readonly number[],
  isHit: (link: number) => boolean,
): Int32Array {
  const needed = new Uint8Array(graph.entityCount);
  const reads = new Int32Array(graph.entityCount);
  /** Per pair: reads of the target when its latest kept link was met; negative (one's complement) when that link ends a path. */
  const seen = new Map<number, number>();
  const kept: number[] = [];
  for (let k = links.length - 1; k >= 0; k--) {
    const link = links[k]!;
    const source = graph.from[link]!;
    const target = graph.to[link]!;
    const ends = isHit(link);
    if (!ends && needed[target] === 0) continue;
    const pair = source * graph.entityCount + target;
    const mark = ends ? ~0 : reads[target]!;
    if (seen.get(pair) === mark) continue;
    seen.set(pair, mark);
    kept.push(link);
    needed[source] = 1;
    reads[source]!++;
  }
  return Int32Array.from(kept.reverse());
}
