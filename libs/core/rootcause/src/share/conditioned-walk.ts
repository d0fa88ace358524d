import { backwardSlice, impactSeqs, type CausalGraph, type ImpactPoint } from '@faultline/graph';
import { weightFloor, type ShareOptions } from './share-options.js';

/**
 * The backward walk from the impacts, conditioned on ending at an origin. Record r is a link u to v that made a new version of v; from
 * there the walk goes to u with probability `inflow[r]`, to the version of v before with `carried[r]`; the two sum to 1. Origins absorb.
 */
export interface ConditionedWalk {
  readonly entityCount: number;
  /** Nodes are the entities met, renumbered; one that is origin and impact has a second node, fed by its incoming links, to end paths. */
  readonly nodeCount: number;
  readonly entityOf: Int32Array;
  readonly isOrigin: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly inflow: Float64Array;
  readonly carried: Float64Array;
  /** Part of the walks that starts at the version that the record made. Sums to 1; impacts that are reached count alike. */
  readonly starts: Float64Array;
}

/**
 * One sweep: weights of the ways into each version (sum 1, floored), h = probability of ending at an origin, and the conditioned weights
 * w·h(p)/h(x) (rootcause §2.4). In logarithms, because h of a long-lived entity with many inflows leaves the range of a double. O(links).
 */
export function conditionedWalk(
  graph: CausalGraph,
  origins: readonly number[],
  impacts: readonly ImpactPoint[],
  options: ShareOptions,
): ConditionedWalk {
  const back = backwardSlice(graph, impacts);
  const { isOrigin, entityOf, fedBy } = numberNodes(graph, origins, impacts);
  const logH = Float64Array.from(entityOf, (_, node) => (isOrigin[node] !== 0 ? 0 : -Infinity));
  const versionUs = new Float64Array(entityOf.length).fill(NaN);
  const records = {
    from: [] as number[],
    to: [] as number[],
    inflow: [] as number[],
    carried: [] as number[],
  };
  const linkOf: number[] = [];
  for (let link = 0; link < graph.linkCount; link++) {
    if (back[link] === 0) continue;
    const source = graph.from[link]!;
    const target = graph.to[link]!;
    const atUs = graph.atUs[link]!;
    const node = fedBy[target]!;
    if (node >= 0) {
      const weight = inflowWeight(graph, link, atUs - versionUs[source]!, atUs - versionUs[node]!, options);
      const viaInflow = Math.log(weight) + logH[source]!;
      const viaCarried = Math.log1p(-weight) + logH[node]!;
      const total = logSum(viaInflow, viaCarried);
      if (viaInflow > -Infinity) {
        records.from.push(source);
        records.to.push(node);
        records.inflow.push(Math.exp(viaInflow - total));
        records.carried.push(Math.exp(viaCarried - total));
        linkOf.push(link);
      }
      logH[node] = total;
      versionUs[node] = atUs;
    }
    versionUs[target] = atUs;
  }
  return compact(graph.entityCount, entityOf, isOrigin, {
    from: records.from,
    to: records.to,
    inflow: Float64Array.from(records.inflow),
    carried: Float64Array.from(records.carried),
    starts: startsOf(impacts, fedBy, records.to, linkOf),
  });
}

interface Records {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly inflow: Float64Array;
  readonly carried: Float64Array;
  readonly starts: Float64Array;
}

/** Renumbers nodes to those that records use, so that later sweeps pay for the attack subgraph only. */
function compact(
  entityCount: number,
  entityOf: Int32Array,
  isOrigin: Uint8Array,
  records: Records,
): ConditionedWalk {
  const place = new Int32Array(entityOf.length).fill(-1);
  for (const node of records.from) place[node] = 0;
  for (const node of records.to) place[node] = 0;
  const used = Int32Array.from(place.keys()).filter((node) => place[node] === 0);
  used.forEach((node, number) => (place[node] = number));
  return {
    ...records,
    entityCount,
    nodeCount: used.length,
    entityOf: used.map((node) => entityOf[node]!),
    isOrigin: Uint8Array.from(used, (node) => isOrigin[node]!),
    from: Int32Array.from(records.from, (node) => place[node]!),
    to: Int32Array.from(records.to, (node) => place[node]!),
  };
}

function numberNodes(graph: CausalGraph, origins: readonly number[], impacts: readonly ImpactPoint[]) {
  const seqs = impactSeqs(graph.entityCount, impacts);
  const entityOf = Array.from(seqs.keys());
  const isStart = new Uint8Array(graph.entityCount);
  for (const origin of origins) isStart[origin] = 1;
  /** The node that links into an entity feed; -1 for an origin, whose versions all are origins already. */
  const fedBy = Int32Array.from(seqs, (seq, entity) => {
    if (isStart[entity] === 0) return entity;
    return seq < 0 ? -1 : entityOf.push(entity) - 1;
  });
  const isOrigin = new Uint8Array(entityOf.length);
  isOrigin.set(isStart);
  return { isOrigin, entityOf: Int32Array.from(entityOf), fedBy };
}

/** Weight of the inflow against the carried state; 1 when the entity has no version to carry over. NaN ages: no version known. */
function inflowWeight(
  graph: CausalGraph,
  link: number,
  sourceAgeUs: number,
  ownAgeUs: number,
  options: ShareOptions,
): number {
  if (Number.isNaN(ownAgeUs)) return 1;
  const tauUs = options.tauUs[graph.linkKind(link)] ?? options.tauDefaultUs;
  const age = sourceAgeUs > 0 ? sourceAgeUs : 0;
  const logInflow = -age / tauUs + Math.log(options.factor?.(link) ?? 1);
  const weight = 1 / (1 + Math.exp(-ownAgeUs / options.tauCarriedUs - logInflow));
  return Math.min(1 - weightFloor, Math.max(weightFloor, weight));
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** Puts each reached impact's part on the last record that feeds it in time. */
function startsOf(
  impacts: readonly ImpactPoint[],
  fedBy: Int32Array,
  to: readonly number[],
  linkOf: readonly number[],
): Float64Array {
  const waiting = [...impacts].sort((a, b) => b.seq - a.seq);
  const byNode = new Map<number, number[]>();
  for (const { entity, seq } of waiting) {
    const node = fedBy[entity]!;
    byNode.set(node, [...(byNode.get(node) ?? []), seq]);
  }
  const counts = new Float64Array(to.length);
  let reached = 0;
  for (let r = to.length - 1; r >= 0; r--) {
    const seqs = byNode.get(to[r]!);
    while (seqs !== undefined && seqs.length > 0 && seqs[0]! >= linkOf[r]!) {
      seqs.shift();
      counts[r]!++;
      reached++;
    }
  }
  return reached === 0 ? counts : counts.map((count) => count / reached);
}
