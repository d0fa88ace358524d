import type { ImpactPoint, LinkArrays } from './link-arrays.js';
import { backwardSlice, forwardSlice } from './slices.js';

export interface AttackSubgraph {
  /** Indices of the links that lie on some origin-to-impact path, ascending. */
  readonly links: Int32Array;
  /** Entities that those links touch, ascending. Empty when no impact is reached. */
  readonly entities: Int32Array;
}

/**
 * Fwd(origins) ∩ Back(impacts), link by link: a link is on a path iff its source is reached before it and its target still leads to an
 * impact after it. Both sweeps respect the order, so their intersection is exact. O(links + entities).
 */
export function attackSubgraph(
  graph: LinkArrays,
  origins: Iterable<number>,
  impacts: Iterable<ImpactPoint>,
): AttackSubgraph {
  const back = backwardSlice(graph, impacts);
  const forward = forwardSlice(graph, origins);
  const touched = new Uint8Array(graph.entityCount);
  let linkTotal = 0;
  for (let i = 0; i < graph.linkCount; i++) {
    if ((back[i]! & forward[i]!) === 0) continue;
    linkTotal++;
    touched[graph.from[i]!] = 1;
    touched[graph.to[i]!] = 1;
  }
  const links = new Int32Array(linkTotal);
  for (let i = 0, next = 0; i < graph.linkCount; i++) {
    if ((back[i]! & forward[i]!) !== 0) links[next++] = i;
  }
  return { links, entities: indicesOf(touched) };
}

function indicesOf(flags: Uint8Array): Int32Array {
  let total = 0;
  for (const flag of flags) total += flag;
  const indices = new Int32Array(total);
  for (let i = 0, next = 0; i < flags.length; i++) if (flags[i] !== 0) indices[next++] = i;
  return indices;
}
