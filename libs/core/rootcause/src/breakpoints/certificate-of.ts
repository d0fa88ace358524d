import type { Certificate } from '@faultline/model';
import type { CheapestCut } from './cheapest-cut.js';
import { usableCost, type CutInput } from './cut-input.js';

/**
 * `faultline.certificate/1` for a cut of the same input: the attack subgraph (entities and links on some origin-to-impact path), the
 * claim and its proof. Origins that reach no impact prove nothing and are left out; impacts are always named. `seq` is the link's index
 * in the graph. Hashes one id per link of the attack subgraph.
 */
export function certificateOf(input: CutInput, cut: CheapestCut): Certificate {
  const { graph, impacts } = input;
  const isImpact = new Set(impacts.map((impact) => impact.entity));
  const listed = [...new Set([...cut.attack.entities, ...isImpact])].sort((a, b) => a - b);
  const onPath = new Set(cut.attack.entities);
  const sources = new Set(Array.from(cut.attack.links, (link) => graph.from[link]!));
  const origins = [...new Set(input.origins)]
    .filter((x) => onPath.has(x) && sources.has(x))
    .sort((a, b) => a - b);
  const linkIds = (path: readonly number[]) => path.map((link) => graph.linkId(link));
  return {
    schema: 'faultline.certificate/1',
    entities: listed.map((x) => {
      const { kind, key } = graph.entity(x);
      const cost = isImpact.has(x) ? Infinity : usableCost(input.cost(x));
      return { id: graph.entityId(x), kind, key, cost: cost < Infinity ? cost : null };
    }),
    links: Array.from(cut.attack.links, (link) => ({
      id: graph.linkId(link),
      from: graph.entityId(graph.from[link]!),
      to: graph.entityId(graph.to[link]!),
      atUs: graph.atUs[link]!,
      seq: link,
    })),
    origins: origins.map((x) => graph.entityId(x)),
    impacts: impacts.map(({ entity, seq }) => ({ entity: graph.entityId(entity), seq })),
    removed: cut.removed.map((x) => graph.entityId(x)),
    cost: cut.cost,
    lowerBound: cut.lowerBound,
    optimal: cut.optimal,
    lowerBoundPaths: cut.lowerBoundPaths.map(linkIds),
    putBack: cut.putBack.map(({ entity, path }) => ({ entity: graph.entityId(entity), path: linkIds(path) })),
    ...(cut.uncuttablePath === null ? {} : { uncuttablePath: linkIds(cut.uncuttablePath) }),
  };
}
