import type { CausalGraph } from '@faultline/graph';
import { FaultlineError, type Unknown } from '@faultline/model';

/** `--impact KIND:KEY[@TIMEUS]`; `atUs` null: the entity's last incoming link counts. */
export interface ImpactSelector {
  readonly kind: string;
  readonly key: string;
  readonly atUs: number | null;
}

/** Splits at the first `:`; only a trailing `@digits` is a time. Throws FL_USAGE. */
export function parseImpactSelector(text: string): ImpactSelector {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon === text.length - 1) {
    throw new FaultlineError(
      'FL_USAGE',
      `--impact ${JSON.stringify(text)}: write KIND:KEY or KIND:KEY@TIME_IN_MICROSECONDS, for instance service:orders-api`,
    );
  }
  const rest = text.slice(colon + 1);
  const timed = /^(.+)@(\d{1,16})$/s.exec(rest);
  return {
    kind: text.slice(0, colon),
    key: timed?.[1] ?? rest,
    atUs: timed?.[2] === undefined ? null : Number(timed[2]),
  };
}

export interface SelectedImpact {
  readonly entity: number;
  /** Last link that counts; -1: nothing led to the entity by then. */
  readonly seq: number;
  readonly askedAtUs: number | null;
}

/** Finds selected impacts in the graph. One that is not there, or that nothing led to by then, is said to be so. */
export function impactsFromSelectors(
  graph: CausalGraph,
  selectors: readonly ImpactSelector[],
): { readonly impacts: readonly SelectedImpact[]; readonly unknowns: readonly Unknown[] } {
  const impacts: SelectedImpact[] = [];
  const unknowns: Unknown[] = [];
  for (const selector of selectors) {
    const entity = graph.indexOf(selector.kind, selector.key);
    const seq = entity < 0 ? -1 : lastInflow(graph, entity, selector.atUs);
    if (entity >= 0) impacts.push({ entity, seq, askedAtUs: selector.atUs });
    if (seq >= 0) continue;
    unknowns.push({
      what: `impact ${selector.kind}:${selector.key}`,
      why:
        entity < 0
          ? `no such entity is in the graph; kinds there are ${kindsOf(graph)}`
          : 'nothing led to it by the given time',
      effect: entity < 0 ? 'it is not part of the answer; check kind and key' : 'there is nothing to cut',
    });
  }
  return { impacts, unknowns };
}

function lastInflow(graph: CausalGraph, entity: number, atUs: number | null): number {
  for (let link = graph.linkCount - 1; link >= 0; link--) {
    if (graph.to[link] === entity && (atUs === null || (graph.atUs[link] ?? Infinity) <= atUs)) return link;
  }
  return -1;
}

function kindsOf(graph: CausalGraph): string {
  const kinds = new Set<string>();
  for (let entity = 0; entity < graph.entityCount; entity++) kinds.add(graph.entity(entity).kind);
  return [...kinds].sort().slice(0, 30).join(', ') || 'none';
}
