import type { NamedEntity } from '@faultline/model';
import type { CausalGraph } from './causal-graph.js';
import { classEntity } from './graph-classes.js';
import type { GraphKeep } from './graph-keep.js';
import type { GraphDetail } from './graph-store.port.js';

export const HOUR_US = 3_600_000_000;

export interface GraphLevel {
  readonly detail: GraphDetail;
  readonly classes: boolean;
  /** Links further apart than this stay apart: the shorter, the more exact a walk over the aggregate is. Null: whatever their time. */
  readonly windowUs: number | null;
}

/** Finest first. */
export const graphLevels: readonly GraphLevel[] = [
  { detail: 'instances-by-hour', classes: false, windowUs: HOUR_US },
  { detail: 'instances-by-day', classes: false, windowUs: 24 * HOUR_US },
  { detail: 'classes-by-hour', classes: true, windowUs: HOUR_US },
  { detail: 'classes-by-day', classes: true, windowUs: 24 * HOUR_US },
  { detail: 'classes', classes: true, windowUs: null },
];

/** Which node of the compacted graph each entity of the exact one has become. */
export interface GraphNodes {
  readonly entities: readonly NamedEntity[];
  /** Entity index → node index. */
  readonly nodeOf: Int32Array;
  /** Nodes that are there whatever the limit. */
  readonly kept: ReadonlySet<number>;
}

/** Entity indices that stay by themselves: those named, and the ends of the links named. Indices that the graph lacks are passed over. */
export function keptEntities(graph: CausalGraph, { entities, links }: GraphKeep): ReadonlySet<number> {
  const kept = new Set(entities.map(({ kind, key }) => graph.indexOf(kind, key)));
  for (const link of links) {
    kept.add(graph.from[link] ?? -1);
    kept.add(graph.to[link] ?? -1);
  }
  kept.delete(-1);
  return kept;
}

export function nodesAt(graph: CausalGraph, classes: boolean, keptIndices: ReadonlySet<number>): GraphNodes {
  const entities: NamedEntity[] = [];
  const nodeOf = new Int32Array(graph.entityCount);
  const byName = new Map<string, number>();
  const kept = new Set<number>();
  for (let index = 0; index < graph.entityCount; index++) {
    const own = graph.entity(index);
    const entity = classes && !keptIndices.has(index) ? classEntity(own) : own;
    const name = JSON.stringify([entity.kind, entity.key]);
    const known = byName.get(name);
    const node = known ?? entities.push(entity) - 1;
    if (known === undefined) byName.set(name, node);
    nodeOf[index] = node;
    if (keptIndices.has(index)) kept.add(node);
  }
  return { entities, nodeOf, kept };
}
