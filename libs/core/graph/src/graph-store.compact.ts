import type { Entity } from '@faultline/model';
import type { CausalGraph } from './causal-graph.js';
import type { AggregatedLink, GraphSnapshot } from './graph-store.port.js';

/** Links further apart than this stay apart: the shorter, the more exact a walk over the aggregate is. */
const WINDOW_US = 3_600_000_000;
const EVENTS_PER_LINK_MAX = 20;

/** Aggregates the exact graph for a `GraphStore`. One pass over the links; they are in time order, so the first of a group is its earliest. */
export function compactGraph(graph: CausalGraph): GraphSnapshot {
  const entities: Entity[] = [];
  for (let index = 0; index < graph.entityCount; index++) {
    const { kind, key, label } = graph.entity(index);
    entities.push({ id: graph.entityId(index), kind, key, label });
  }
  const groups = new Map<string, Group>();
  for (let index = 0; index < graph.linkCount; index++) add(groups, graph, index);
  const links = [...groups.values()].map((group) => finish(graph, group));
  return { hash: graph.hash, detail: 'instances-by-hour', truncated: false, entities, links };
}

interface Group {
  readonly first: number;
  last: number;
  count: number;
  readonly events: string[];
}

function add(groups: Map<string, Group>, graph: CausalGraph, index: number): void {
  const window = Math.floor((graph.atUs[index] ?? 0) / WINDOW_US);
  const kind = graph.linkKind(index);
  const key = `${graph.from[index]} ${graph.to[index]} ${window} ${graph.linkBasis(index)} ${graph.linkRule(index)} ${kind}`;
  let group = groups.get(key);
  if (!group) groups.set(key, (group = { first: index, last: index, count: 0, events: [] }));
  group.last = index;
  group.count++;
  for (const event of graph.linkEvents(index)) {
    if (group.events.length >= EVENTS_PER_LINK_MAX) break;
    if (!group.events.includes(event)) group.events.push(event);
  }
}

function finish(graph: CausalGraph, { first, last, count, events }: Group): AggregatedLink {
  return {
    id: graph.linkId(first),
    from: graph.entityId(graph.from[first] ?? 0),
    to: graph.entityId(graph.to[first] ?? 0),
    kind: graph.linkKind(first),
    rule: graph.linkRule(first),
    basis: graph.linkBasis(first),
    firstUs: graph.atUs[first] ?? 0,
    lastUs: graph.atUs[last] ?? 0,
    count,
    events,
  };
}
