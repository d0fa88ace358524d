import type { EntityRef, Incident } from '@faultline/model';

/** What a compacted graph keeps as it is, however coarse the rest becomes. */
export interface GraphKeep {
  readonly entities: readonly EntityRef[];
  /** Indices of links in the exact graph (`seq` in every answer). Their ends are kept too. */
  readonly links: readonly number[];
}

export const keepNothing: GraphKeep = { entities: [], links: [] };

/** Whatever an incident names: an analyst follows it from the answer into the graph and must find it there. */
export function keepOfIncidents(incidents: readonly Incident[]): GraphKeep {
  const entities = incidents.flatMap(({ chain, certificate, impacts, rootCauses, breakpoints }) => [
    ...chain.entities,
    ...certificate.entities,
    ...impacts.flatMap(({ entity, by }) => (by === null ? [entity] : [entity, by])),
    ...rootCauses.map(({ entity }) => entity),
    ...breakpoints.single.map(({ entity }) => entity),
    ...breakpoints.set.entities,
  ]);
  const links = incidents.flatMap(({ chain, certificate }) => [
    ...chain.links.map(({ seq }) => seq),
    ...certificate.links.map(({ seq }) => seq),
  ]);
  return { entities: entities.map(({ kind, key }) => ({ kind, key })), links };
}
