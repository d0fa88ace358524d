import { attackSubgraph, impactSeqs, type AttackSubgraph } from '@faultline/graph';
import { usableCost, type CutInput } from './cut-input.js';
import { reduceLinks } from './reduce-links.js';

/**
 * The attack subgraph renumbered from 0 and thinned to links that matter for cuts. Every set of nodes that cuts it cuts the attack
 * subgraph and the reverse; its paths are paths of the graph.
 */
export interface CutProblem {
  readonly attack: AttackSubgraph;
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1: a path may end with this link, at an impact. */
  readonly hit: Uint8Array;
  readonly origins: Int32Array;
  /** Infinity: cannot be removed. */
  readonly cost: Float64Array;
  /** Graph index of the first link that removing the node disables; earlier is closer to the origin. */
  readonly firstSeq: Int32Array;
  /** Nodes that can be removed, ascending. */
  readonly cuttable: Int32Array;
  readonly entityOf: Int32Array;
  readonly linkOf: Int32Array;
}

/** O(links of the graph), then all further work is on the attack subgraph. */
export function cutProblem(input: CutInput): CutProblem {
  const { graph } = input;
  const attack = attackSubgraph(graph, input.origins, input.impacts);
  const seqs = impactSeqs(graph.entityCount, input.impacts);
  const isImpact = new Set(input.impacts.map((impact) => impact.entity));
  const isOrigin = new Uint8Array(graph.entityCount);
  for (const origin of input.origins) isOrigin[origin] = 1;
  const links = reduceLinks(graph, attack.links, isOrigin, seqs);
  const { nodeOf, entityOf } = numberNodes(graph, links);
  const cost = Float64Array.from(entityOf, (entity) =>
    // An impact that nothing led to (seq -1) may lie on another one's path, and is not removable either.
    isImpact.has(entity) ? Infinity : usableCost(input.cost(entity)),
  );
  return {
    attack,
    nodeCount: entityOf.length,
    from: links.map((link) => nodeOf[graph.from[link]!]!),
    to: links.map((link) => nodeOf[graph.to[link]!]!),
    hit: Uint8Array.from(links, (link) => (link <= seqs[graph.to[link]!]! ? 1 : 0)),
    origins: Int32Array.from(entityOf.keys()).filter((node) => isOrigin[entityOf[node]!] !== 0),
    cost,
    firstSeq: firstSeqs(input, attack, nodeOf, entityOf.length),
    cuttable: Int32Array.from(entityOf.keys()).filter((node) => cost[node]! < Infinity),
    entityOf,
    linkOf: links,
  };
}

function numberNodes(
  graph: CutInput['graph'],
  links: Int32Array,
): { nodeOf: Int32Array; entityOf: Int32Array } {
  const nodeOf = new Int32Array(graph.entityCount).fill(-1);
  for (const link of links) {
    nodeOf[graph.from[link]!] = 0;
    nodeOf[graph.to[link]!] = 0;
  }
  const entityOf: number[] = [];
  for (let entity = 0; entity < nodeOf.length; entity++) {
    if (nodeOf[entity] === 0) nodeOf[entity] = entityOf.push(entity) - 1;
  }
  return { nodeOf, entityOf: Int32Array.from(entityOf) };
}

function firstSeqs(
  input: CutInput,
  attack: AttackSubgraph,
  nodeOf: Int32Array,
  nodeCount: number,
): Int32Array {
  const { from, to } = input.graph;
  const first = new Int32Array(nodeCount).fill(-1);
  for (const link of attack.links) {
    for (const node of [nodeOf[from[link]!]!, nodeOf[to[link]!]!]) {
      if (node >= 0 && first[node]! < 0) first[node] = link;
    }
  }
  return first;
}
