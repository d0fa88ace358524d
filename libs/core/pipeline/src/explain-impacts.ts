import type { ImpactCandidate } from '@faultline/detect';
import { restrictGraph, type CausalGraph } from '@faultline/graph';
import type { Evidence } from '@faultline/model';
import { findCandidates, fuse, type CandidateSearch, type Fusion } from '@faultline/rootcause';

/** An impact in the graph. `carriers`: events whose links into the entity are the impact; null: all links into it. */
export interface Harm {
  readonly entity: number;
  readonly seq: number;
  readonly candidate: ImpactCandidate | null;
  readonly carriers: ReadonlySet<string> | null;
  /** The time that the user asked about, where one was given. */
  readonly askedAtUs?: number | null;
}

export interface Explained {
  readonly harms: readonly Harm[];
  /** The graph without other business of the impact entities; links keep their index. */
  readonly graph: CausalGraph;
  readonly search: CandidateSearch;
  readonly fusion: Fusion;
}

/** Walks back from the impacts, weighs every candidate origin. Cost: a few sweeps over the links, plus one per entity with evidence. */
export function explainImpacts(
  graph: CausalGraph,
  harms: readonly Harm[],
  evidenceOf: ReadonlyMap<number, readonly Evidence[]>,
): Explained {
  const restricted = withinHorizon(carriersOnly(graph, harms), harms);
  const search = findCandidates(restricted, harms, evidenceOf);
  return { harms, graph: restricted, search, fusion: fuse(search.candidates) };
}

function carriersOnly(graph: CausalGraph, harms: readonly Harm[]): CausalGraph {
  const carriersOf = new Map<number, Set<string> | null>();
  for (const harm of harms) {
    const known = carriersOf.get(harm.entity);
    if (known === null || harm.carriers === null) carriersOf.set(harm.entity, null);
    else if (known === undefined) carriersOf.set(harm.entity, new Set(harm.carriers));
    else for (const id of harm.carriers) known.add(id);
  }
  if ([...carriersOf.values()].every((carriers) => carriers === null)) return graph;
  return restrictGraph(graph, (link) => {
    const carriers = carriersOf.get(graph.to[link] ?? -1);
    return (
      carriers !== undefined && carriers !== null && !graph.linkEvents(link).some((id) => carriers.has(id))
    );
  });
}

/** Drops what happened before the walk may go back to. One impact without a horizon lifts it for all of the incident. */
function withinHorizon(graph: CausalGraph, harms: readonly Harm[]): CausalGraph {
  const earliestUs = harms.reduce((least, { seq, candidate }) => {
    const horizonUs = candidate?.horizonUs ?? null;
    return Math.min(least, horizonUs === null ? -Infinity : (graph.atUs[seq] ?? 0) - horizonUs);
  }, Infinity);
  if (earliestUs === -Infinity || earliestUs === Infinity) return graph;
  return restrictGraph(graph, (link) => (graph.atUs[link] ?? 0) < earliestUs);
}
