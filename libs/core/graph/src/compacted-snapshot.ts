import type { NamedEntity, Sha256 } from '@faultline/model';
import type { LinkGroup } from './aggregate-links.js';
import type { CausalGraph } from './causal-graph.js';
import type { AggregatedLink, GraphDetail, GraphSnapshot } from './graph-store.port.js';
import { aggregateIdOf, entityIdOf } from './identifiers.js';

/** Entities and groups of links, by their numbers, as a snapshot with ids. */
export function compactedSnapshot(
  graph: CausalGraph,
  detail: GraphDetail,
  nodes: readonly NamedEntity[],
  groups: readonly LinkGroup[],
  sha256: Sha256,
): GraphSnapshot {
  const entities = nodes.map(({ kind, key, label }) => ({
    id: entityIdOf({ kind, key }, sha256),
    kind,
    key,
    label,
  }));
  const links = groups.map((group): AggregatedLink => {
    const what = { from: entities[group.from]!.id, to: entities[group.to]!.id, ...kindOf(graph, group) };
    return {
      id: aggregateIdOf({ ...what, window: group.window }, sha256),
      ...what,
      firstUs: graph.atUs[group.first]!,
      lastUs: graph.atUs[group.last]!,
      count: group.count,
      events: group.events,
    };
  });
  return { hash: graph.hash, detail, truncated: false, entities, links };
}

function kindOf(graph: CausalGraph, { first }: LinkGroup): Pick<AggregatedLink, 'kind' | 'rule' | 'basis'> {
  return { kind: graph.linkKind(first), rule: graph.linkRule(first), basis: graph.linkBasis(first) };
}
