import type { Entity, Incident, Link } from '@faultline/model';

/** One step of the chain, ends resolved. An end that the chain does not list keeps its id as its name, so no row is lost. */
export interface TimelineRow {
  readonly link: Link;
  readonly from: Entity;
  readonly to: Entity;
}

function standIn(id: string): Entity {
  return { id, kind: 'unknown', key: id, label: id };
}

/** The links of the chain in the total order of the graph. */
export function timelineOf(incident: Incident): readonly TimelineRow[] {
  const entities = new Map(incident.chain.entities.map((entity) => [entity.id, entity]));
  return incident.chain.links
    .toSorted((a, b) => a.seq - b.seq || a.atUs - b.atUs || (a.id < b.id ? -1 : 1))
    .map((link) => ({
      link,
      from: entities.get(link.from) ?? standIn(link.from),
      to: entities.get(link.to) ?? standIn(link.to),
    }));
}
