import type { TemporalSearch } from './temporal-search.js';

/**
 * For each removed node a path through it and no other removed node, as link numbers of the problem, or null: then the set cuts without
 * it. Two sweeps for all nodes together: the first link into the node from what is reached without removed nodes, and the last link out
 * of it to what still ends a path without them.
 */
export function putBackPaths(search: TemporalSearch, nodes: readonly number[]): (Int32Array | null)[] {
  const { from, to, hit, origins, nodeCount } = search.problem;
  const removed = new Uint8Array(nodeCount);
  for (const node of nodes) removed[node] = 1;
  /** First link into a node, -1 for an origin, -2 when not reached. */
  const arrival = new Int32Array(nodeCount).fill(-2);
  for (const origin of origins) arrival[origin] = -1;
  for (let i = 0; i < from.length; i++) {
    const source = from[i]!;
    if (removed[source] === 0 && arrival[source]! > -2 && hit[i] === 0 && arrival[to[i]!] === -2)
      arrival[to[i]!] = i;
  }
  /** Last link out of a node that leads on to an end, -1 when none. */
  const departure = new Int32Array(nodeCount).fill(-1);
  for (let i = from.length - 1; i >= 0; i--) {
    const target = to[i]!;
    const leads = hit[i] !== 0 || (removed[target] === 0 && departure[target]! > i);
    if (leads && departure[from[i]!] === -1) departure[from[i]!] = i;
  }
  search.linksVisited += 2 * from.length;
  return nodes.map((node) => {
    if (arrival[node] === -2 || departure[node]! <= arrival[node]!) return null;
    return withoutLoops(search, [...before(search, arrival, node), ...after(search, departure, node)]);
  });
}

function before(search: TemporalSearch, arrival: Int32Array, node: number): number[] {
  const path: number[] = [];
  for (let link = arrival[node]!; link >= 0; link = arrival[search.problem.from[link]!]!) path.push(link);
  return path.reverse();
}

function after(search: TemporalSearch, departure: Int32Array, node: number): number[] {
  const path: number[] = [];
  for (let link = departure[node]!; ; link = departure[search.problem.to[link]!]!) {
    path.push(link);
    if (search.problem.hit[link] !== 0) return path;
  }
}

/** A walk that comes back to a node stayed there as well: the links between are not needed. */
function withoutLoops(search: TemporalSearch, walk: readonly number[]): Int32Array {
  const { from } = search.problem;
  const placeOf = new Map<number, number>();
  const path: number[] = [];
  for (const link of walk) {
    const seenAt = placeOf.get(from[link]!);
    if (seenAt !== undefined) {
      for (const dropped of path.splice(seenAt)) placeOf.delete(from[dropped]!);
    }
    placeOf.set(from[link]!, path.length);
    path.push(link);
  }
  return Int32Array.from(path);
}
