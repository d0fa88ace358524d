import type { CausalGraph } from './causal-graph.js';
import { linksUntil } from './dependencies.js';

export interface PathsQuery {
  /** Links after this time do not exist for the question; absent: all do. */
  readonly asOfUs?: number;
  /** Most paths to return. */
  readonly limit: number;
}

export interface Paths {
  /** Link indices of each path, the shortest path first. A path comes by no entity twice. */
  readonly paths: readonly (readonly number[])[];
  /** False: there may be more, beyond the limit or the work bound. */
  readonly complete: boolean;
}

/** Partial paths that one question may hold; a dense graph has more paths than anyone can list. */
const partialPathsMax = 200_000;

/**
 * Time-respecting paths between two entities, fewest links first. One descending sweep tells for each link how many links still lead to
 * the goal, so the search only extends what arrives, the shortest first.
 */
export function paths(graph: CausalGraph, from: number, to: number, query: PathsQuery): Paths {
  const onward = linksToGoal(graph, from, to, linksUntil(graph, query.asOfUs));
  const queue: Partial[][] = [];
  let held = 0;
  let complete = true;
  const found: number[][] = [];
  const extend = (entity: number, after: number, before: Partial | null) => {
    for (const link of onward.out(entity)) {
      if (link <= after || visits(before, graph, graph.to[link]!, from)) continue;
      if (held++ >= partialPathsMax) {
        complete = false;
        return;
      }
      const length = (before?.length ?? 0) + 1;
      const whole = length + onward.left(link);
      (queue[whole] ??= []).push({ link, length, before });
    }
  };
  extend(from, -1, null);
  for (let whole = 1; whole < queue.length; whole++) {
    const level = queue[whole] ?? [];
    // Extending may add paths of the same whole length to this list.
    for (let k = 0; k < level.length; k++) {
      const partial = level[k]!;
      const at = graph.to[partial.link]!;
      if (at !== to) extend(at, partial.link, partial);
      else if (found.length < query.limit) found.push(linksOf(partial));
      else return { paths: found, complete: false };
    }
  }
  return { paths: found, complete };
}

interface Partial {
  readonly link: number;
  readonly length: number;
  readonly before: Partial | null;
}

function visits(partial: Partial | null, graph: CausalGraph, entity: number, start: number): boolean {
  if (entity === start) return true;
  for (let step = partial; step !== null; step = step.before) if (graph.to[step.link] === entity) return true;
  return false;
}

function linksOf(last: Partial): number[] {
  const links: number[] = [];
  for (let step: Partial | null = last; step !== null; step = step.before) links.push(step.link);
  return links.reverse();
}

/** Links that lead on to the goal, by source, and how few links are left after each. Only links that the start reaches. */
function linksToGoal(graph: CausalGraph, start: number, goal: number, end: number) {
  const reached = new Uint8Array(graph.entityCount);
  reached[start] = 1;
  const forward = new Uint8Array(end);
  for (let i = 0; i < end; i++) {
    if (reached[graph.from[i]!] === 0) continue;
    forward[i] = 1;
    reached[graph.to[i]!] = 1;
  }
  /** Fewest links from an entity to the goal over links seen so far, which are all later ones. */
  const nearest = new Int32Array(graph.entityCount).fill(-1);
  nearest[goal] = 0;
  const left = new Map<number, number>();
  const out = new Map<number, number[]>();
  for (let i = end - 1; i >= 0; i--) {
    const source = graph.from[i]!;
    const onward = nearest[graph.to[i]!]!;
    if (forward[i] === 0 || onward < 0 || source === goal) continue;
    left.set(i, onward);
    const list = out.get(source);
    if (list === undefined) out.set(source, [i]);
    else list.push(i);
    if (nearest[source]! < 0 || nearest[source]! > onward + 1) nearest[source] = onward + 1;
  }
  for (const list of out.values()) list.reverse();
  return { left: (link: number) => left.get(link)!, out: (entity: number) => out.get(entity) ?? [] };
}
