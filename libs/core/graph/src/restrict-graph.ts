import type { CausalGraph } from './causal-graph.js';

/**
 * The same graph without some links. Links keep their index, so `seq` means the same in both; a dropped link leads from nowhere to nowhere
 * (an entity number of its own that no origin or impact has). O(links).
 */
export function restrictGraph(graph: CausalGraph, dropped: (link: number) => boolean): CausalGraph {
  const nowhere = graph.entityCount;
  const from = graph.from.slice();
  const to = graph.to.slice();
  for (let link = 0; link < graph.linkCount; link++) {
    if (!dropped(link)) continue;
    from[link] = nowhere;
    to[link] = nowhere;
  }
  return {
    entityCount: graph.entityCount + 1,
    linkCount: graph.linkCount,
    from,
    to,
    atUs: graph.atUs,
    hash: graph.hash,
    entity: (index) => (index === nowhere ? { kind: 'nowhere', key: '', label: '' } : graph.entity(index)),
    entityId: (index) => (index === nowhere ? 'nowhere:' : graph.entityId(index)),
    indexOf: (kind, key) => graph.indexOf(kind, key),
    linkId: (link) => graph.linkId(link),
    linkKind: (link) => graph.linkKind(link),
    linkRule: (link) => graph.linkRule(link),
    linkBasis: (link) => graph.linkBasis(link),
    linkEvents: (link) => graph.linkEvents(link),
    linkBytes: (link) => graph.linkBytes(link),
  };
}
