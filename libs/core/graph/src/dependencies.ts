import type { CausalGraph } from './causal-graph.js';

/** An entity that was reached, and how. */
export interface Dependency {
  readonly entity: number;
  /** Fewest links between the entity asked about and this one, on a time-respecting way. */
  readonly hops: number;
  /** The link next to this entity on that way; following `link`s leads back to the entity asked about. */
  readonly link: number;
}

export interface DependencyQuery {
  /** Links after this time do not exist for the question; absent: all do. */
  readonly asOfUs?: number;
  /** Most entities to return, nearest first. */
  readonly limit: number;
}

/** What `entity` may have influenced, nearest first, then by entity number. One ascending sweep, O(links). */
export function dependents(graph: CausalGraph, entity: number, query: DependencyQuery): Dependency[] {
  const end = linksUntil(graph, query.asOfUs);
  const found = new Labels(graph.entityCount, entity);
  for (let i = 0; i < end; i++) found.offer(graph.from[i]!, graph.to[i]!, i);
  return found.nearest(query.limit);
}

/** What may have influenced `entity`, nearest first, then by entity number. One descending sweep, O(links). */
export function upstream(graph: CausalGraph, entity: number, query: DependencyQuery): Dependency[] {
  const found = new Labels(graph.entityCount, entity);
  for (let i = linksUntil(graph, query.asOfUs) - 1; i >= 0; i--) found.offer(graph.to[i]!, graph.from[i]!, i);
  return found.nearest(query.limit);
}

/** Number of links at or before a time: links are in order of time. */
export function linksUntil(graph: CausalGraph, asOfUs: number | undefined): number {
  if (asOfUs === undefined) return graph.linkCount;
  let low = 0;
  let high = graph.linkCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (graph.atUs[middle]! <= asOfUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fewest links to each entity; a sweep in time order offers links, so a label is never used before it was made. */
class Labels {
  readonly #hops: Int32Array;
  readonly #link: Int32Array;

  constructor(
    entityCount: number,
    private readonly start: number,
  ) {
    this.#hops = new Int32Array(entityCount).fill(-1);
    this.#link = new Int32Array(entityCount).fill(-1);
    this.#hops[start] = 0;
  }

  offer(near: number, far: number, link: number): void {
    const hops = this.#hops[near]!;
    if (hops < 0) return;
    const known = this.#hops[far]!;
    if (known >= 0 && known <= hops + 1) return;
    this.#hops[far] = hops + 1;
    this.#link[far] = link;
  }

  nearest(limit: number): Dependency[] {
    const reached: number[] = [];
    for (let x = 0; x < this.#hops.length; x++) if (this.#hops[x]! >= 0 && x !== this.start) reached.push(x);
    reached.sort((a, b) => this.#hops[a]! - this.#hops[b]! || a - b);
    return reached.slice(0, limit).map((x) => ({ entity: x, hops: this.#hops[x]!, link: this.#link[x]! }));
  }
}
