import type { CausalGraph } from '@faultline/graph';
import { removals } from './removal.js';

/** cost = minutes + 1000 · benign part + 60 if irreversible (rootcause §2.3). The weights are assumptions and are printed with every answer. */
export const costParameters = { perMinute: 1, perBenignPart: 1000, irreversible: 60 } as const;

/**
 * Cost of removing each entity. The benign part is the share of all links of the graph that touch the entity and are no part of the attack: what
 * would break besides. Costs declared by the input (`faultline.link/1`) win. Null: cannot be removed. One sweep over the links.
 */
export function removalCosts(graph: CausalGraph, attackLinks: Int32Array): (entity: number) => number | null {
  const benign = new Int32Array(graph.entityCount + 1);
  const inAttack = new Uint8Array(graph.linkCount);
  for (const link of attackLinks) inAttack[link] = 1;
  for (let link = 0; link < graph.linkCount; link++) {
    if (inAttack[link] !== 0) continue;
    benign[graph.from[link] ?? 0]! += 1;
    benign[graph.to[link] ?? 0]! += 1;
  }
  return (entity) => {
    const { kind, cost } = graph.entity(entity);
    if (cost !== undefined) return cost;
    const removal = removals[kind];
    if (removal === undefined) return null;
    const part = (benign[entity] ?? 0) / Math.max(1, graph.linkCount);
    const total =
      costParameters.perMinute * removal.minutes +
      costParameters.perBenignPart * part +
      (removal.irreversible ? costParameters.irreversible : 0);
    return Math.round(total * 100) / 100;
  };
}
