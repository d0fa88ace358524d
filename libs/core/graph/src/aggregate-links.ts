import type { CausalGraph } from './causal-graph.js';
import { type GraphLevel, type GraphNodes, HOUR_US } from './graph-level.js';

const EVENTS_PER_LINK_MAX = 20;

/** Links of the exact graph that have become one. */
export interface LinkGroup {
  readonly from: number;
  readonly to: number;
  /** `hour:N`, `day:N` or empty: part of the id, so that it stays when more comes. */
  readonly window: string;
  kept: boolean;
  /** Indices in the exact graph, which is in time order. */
  readonly first: number;
  last: number;
  count: number;
  readonly events: string[];
}

/**
 * Groups links by ends, kind, rule, basis and window, in order of their first link; a link to keep is grouped by the hour at any level. Null
 * as soon as there are more than `groupsMax`, so that a level that is too fine costs neither its time nor its memory.
 */
export function aggregateLinks(
  graph: CausalGraph,
  { nodeOf }: GraphNodes,
  { windowUs }: GraphLevel,
  keptLinks: ReadonlySet<number>,
  groupsMax: number,
): readonly LinkGroup[] | null {
  const groups = new Map<string, LinkGroup>();
  for (let index = 0; index < graph.linkCount; index++) {
    const kept = keptLinks.has(index);
    const window = windowOf(graph.atUs[index]!, kept ? HOUR_US : windowUs);
    const from = nodeOf[graph.from[index]!]!;
    const to = nodeOf[graph.to[index]!]!;
    const rule = graph.linkRule(index);
    // The length keeps apart what a separator, which both words may hold, would not.
    const key = `${from} ${to} ${window} ${graph.linkBasis(index)} ${rule.length} ${rule} ${graph.linkKind(index)}`;
    let group = groups.get(key);
    if (group === undefined) {
      if (groups.size >= groupsMax) return null;
      groups.set(key, (group = { from, to, window, kept, first: index, last: index, count: 0, events: [] }));
    }
    group.kept ||= kept;
    add(group, graph, index);
  }
  return [...groups.values()];
}

function add(group: LinkGroup, graph: CausalGraph, index: number): void {
  group.last = index;
  group.count++;
  for (const event of graph.linkEvents(index)) {
    if (group.events.length >= EVENTS_PER_LINK_MAX) return;
    if (!group.events.includes(event)) group.events.push(event);
  }
}

function windowOf(atUs: number, windowUs: number | null): string {
  if (windowUs === null) return '';
  return `${windowUs === HOUR_US ? 'hour' : 'day'}:${Math.floor(atUs / windowUs)}`;
}
