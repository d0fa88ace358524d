import type { ImpactPoint, LinkArrays } from './link-arrays.js';
import { backwardSlice } from './slices.js';

/**
 * Where a story can begin when nobody says so: every entity with a time-respecting way to an impact that has no incoming link, or whose
 * first outgoing link precedes its first incoming one (contract, input kind `graph`). Ascending entity numbers. O(links).
 */
export function naturalOrigins(graph: LinkArrays, impacts: Iterable<ImpactPoint>): number[] {
  const { from, to, linkCount, entityCount } = graph;
  const onWay = backwardSlice(graph, impacts);
  const hasWay = new Uint8Array(entityCount);
  /** 1: the entity's first link left it, 2: it arrived. */
  const first = new Uint8Array(entityCount);
  for (let i = 0; i < linkCount; i++) {
    const source = from[i]!;
    const target = to[i]!;
    if (first[source] === 0) first[source] = 1;
    if (first[target] === 0) first[target] = 2;
    if (onWay[i] !== 0) hasWay[source] = 1;
  }
  const origins: number[] = [];
  for (let x = 0; x < entityCount; x++) if (hasWay[x] !== 0 && first[x] === 1) origins.push(x);
  return origins;
}
