import type { Sha256 } from '@faultline/model';
import { aggregateLinks } from './aggregate-links.js';
import type { CausalGraph } from './causal-graph.js';
import { compactedSnapshot } from './compacted-snapshot.js';
import type { GraphKeep } from './graph-keep.js';
import { type GraphLevel, graphLevels, keptEntities, nodesAt } from './graph-level.js';
import type { GraphSnapshot } from './graph-store.port.js';
import { mostEvidence } from './most-evidence.js';

export interface CompactOptions {
  readonly sha256: Sha256;
  /** Most entities and links together. What is to be kept is there even beyond it. */
  readonly rowsMax: number;
  readonly keep: GraphKeep;
}

/**
 * The exact graph for a `GraphStore`, in the finest level of detail that fits `rowsMax`. Whatever can be reached in the exact graph can be
 * reached in this one between what the entities have become, unless it is `truncated`. Deterministic.
 * Cost: at most six passes over the links, of which those that do not fit end early; one hash for each row of the result.
 */
export function compactGraph(graph: CausalGraph, options: CompactOptions): GraphSnapshot {
  for (const level of graphLevels) {
    const snapshot = compactAt(graph, level, options);
    if (snapshot !== null) return snapshot;
  }
  return truncatedGraph(graph, options);
}

/** Null where the graph does not fit at that level. */
export function compactAt(
  graph: CausalGraph,
  level: GraphLevel,
  { sha256, rowsMax, keep }: CompactOptions,
): GraphSnapshot | null {
  const nodes = nodesAt(graph, level.classes, keptEntities(graph, keep));
  const groupsMax = rowsMax - nodes.entities.length;
  if (groupsMax < 0) return null;
  const groups = aggregateLinks(graph, nodes, level, new Set(keep.links), groupsMax);
  return groups && compactedSnapshot(graph, level.detail, nodes.entities, groups, sha256);
}

function truncatedGraph(graph: CausalGraph, { sha256, rowsMax, keep }: CompactOptions): GraphSnapshot {
  const level = graphLevels.at(-1)!;
  const nodes = nodesAt(graph, level.classes, keptEntities(graph, keep));
  const groups = aggregateLinks(graph, nodes, level, new Set(keep.links), Infinity) ?? [];
  const most = mostEvidence(nodes, groups, rowsMax);
  const snapshot = compactedSnapshot(graph, level.detail, nodes.entities, most.groups, sha256);
  const ids = new Set(most.nodes);
  return {
    ...snapshot,
    truncated: true,
    entities: snapshot.entities.filter((_, node) => ids.has(node)),
  };
}
