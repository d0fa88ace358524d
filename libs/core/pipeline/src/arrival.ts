import type { CausalGraph } from '@faultline/graph';

/** A chain with more beginnings than this explains itself, and each costs a look through the links. */
const maxOrigins = 8;
/** How far the chain is followed beyond its origin, and how much of it is shown. */
const maxHops = 3;
const maxLinksPerEntity = 3;
/** Links that tell where something came from; a loaded library or an answered name tells nothing of that. */
const tellingKinds: ReadonlySet<string> = new Set([
  'wrote',
  'fetched-by',
  'started',
  'opened',
  'pushed',
  'triggered',
  'ran',
  'executed',
  'pushed-digest',
  'produced',
  'deployed-by',
  'replaced-code-of',
  'issued',
  'holds',
  'assumed',
  'entered',
]);

/**
 * The chain's links and, before them, how its origins came to be: for a downloaded file the process that wrote it and the address it was
 * fetched from, for a build step its job, run and commit. Shown for the reader; breakpoints are computed without it. Ascending.
 */
export function withArrival(graph: CausalGraph, links: Int32Array, origins: readonly number[]): Int32Array {
  if (origins.length > maxOrigins) return links;
  const before = new Map<number, number>();
  for (const link of links) {
    const from = graph.from[link] ?? -1;
    if (!before.has(from)) before.set(from, link);
  }
  const shown = new Set<number>(links);
  let frontier = origins.flatMap((entity) =>
    before.has(entity) ? [{ entity, until: before.get(entity) ?? 0 }] : [],
  );
  for (let hop = 0; hop < maxHops && frontier.length > 0; hop++) {
    const next: typeof frontier = [];
    for (const { entity, until } of frontier) {
      for (const link of lastInflows(graph, entity, until)) {
        if (shown.has(link)) continue;
        shown.add(link);
        next.push({ entity: graph.from[link] ?? -1, until: link });
      }
    }
    frontier = next;
  }
  return Int32Array.from([...shown].sort((a, b) => a - b));
}

/** The last links into an entity before a place in the order, of different sources, latest first. */
function lastInflows(graph: CausalGraph, entity: number, until: number): number[] {
  const sources = new Set<number>();
  const found: number[] = [];
  for (let link = until - 1; link >= 0 && found.length < maxLinksPerEntity; link--) {
    const from = graph.from[link] ?? -1;
    if (graph.to[link] !== entity || sources.has(from) || !tellingKinds.has(graph.linkKind(link))) continue;
    sources.add(from);
    found.push(link);
  }
  return found;
}
