import type { Entity, Link } from '@faultline/model';
import type { CausalGraph } from './causal-graph.js';

/** An entity of the graph as answers show it. */
export function entityOf(graph: CausalGraph, index: number): Entity {
  const { kind, key, label } = graph.entity(index);
  return { id: graph.entityId(index), kind, key, label };
}

/** A link of the graph as answers show it; its index is its `seq`. */
export function linkOf(graph: CausalGraph, index: number): Link {
  return {
    id: graph.linkId(index),
    from: graph.entityId(graph.from[index]!),
    to: graph.entityId(graph.to[index]!),
    atUs: graph.atUs[index]!,
    seq: index,
    kind: graph.linkKind(index),
    rule: graph.linkRule(index),
    basis: graph.linkBasis(index),
    events: [...graph.linkEvents(index)],
  };
}
