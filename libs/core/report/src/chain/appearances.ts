import type { Entity, Incident, Link } from '@faultline/model';
import { entityMarks, type EntityMarks } from '../story/entity-marks.js';
import { timelineOf } from '../story/timeline.js';

/** One place of the drawing: an entity, or the later appearance of an impact that was already seen on the way. */
export interface Appearance {
  readonly id: string;
  readonly entity: Entity;
  readonly marks: EntityMarks;
  readonly again: boolean;
  firstUs: number;
  lastUs: number;
}

export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly link: Link;
}

export interface Appearances {
  /** In causal order: by first link, source before target. */
  readonly places: readonly Appearance[];
  readonly arrows: readonly Arrow[];
}

/** Entities by the first link that touches them; entities without a link come last. */
function causalOrder(entities: readonly Entity[], rows: ReturnType<typeof timelineOf>): readonly Entity[] {
  const ordered = new Map<string, Entity>();
  for (const { from, to } of rows) {
    if (!ordered.has(from.id)) ordered.set(from.id, from);
    if (!ordered.has(to.id)) ordered.set(to.id, to);
  }
  for (const entity of entities.toSorted((a, b) => (a.id < b.id ? -1 : 1))) if (!ordered.has(entity.id)) ordered.set(entity.id, entity);
  return [...ordered.values()];
}

const withoutImpact = (marks: EntityMarks): EntityMarks => ({ ...marks, impact: false });

/**
 * A service may be deployed early in a chain and be hit at its end. Drawn once, the last arrow would run all the way back; so an impact that
 * is reached from something later than itself appears a second time, at the right.
 */
export function appearancesOf(incident: Incident): Appearances {
  const rows = timelineOf(incident);
  const marksOf = entityMarks(incident);
  const ordered = causalOrder(incident.chain.entities, rows);
  const position = new Map(ordered.map((entity, index) => [entity.id, index]));
  const placeOf = (id: string): number => position.get(id) ?? 0;
  const returns = (row: (typeof rows)[number]): boolean => row.from.id !== row.to.id && marksOf(row.to.id).impact && placeOf(row.from.id) > placeOf(row.to.id);
  const repeated = new Map<string, number>();
  for (const row of rows) if (returns(row) && !repeated.has(row.to.id)) repeated.set(row.to.id, ordered.length + repeated.size);

  const place = (entity: Entity, again: boolean): Appearance => {
    const marks = marksOf(entity.id);
    const shown = again ? { rootRank: null, impact: true, cut: null } : repeated.has(entity.id) ? withoutImpact(marks) : marks;
    return { id: again ? `${entity.id}~impact` : entity.id, entity, marks: shown, again, firstUs: Infinity, lastUs: -Infinity };
  };
  const places = ordered.map((entity) => place(entity, false));
  for (const [id] of repeated) {
    const entity = ordered[placeOf(id)];
    if (entity !== undefined) places.push(place(entity, true));
  }
  const arrows = rows
    .filter((row) => row.from.id !== row.to.id)
    .map((row): Arrow => ({ from: placeOf(row.from.id), to: returns(row) ? (repeated.get(row.to.id) ?? 0) : placeOf(row.to.id), link: row.link }));
  for (const arrow of arrows)
    for (const end of [places[arrow.from], places[arrow.to]]) {
      if (end === undefined) continue;
      end.firstUs = Math.min(end.firstUs, arrow.link.atUs);
      end.lastUs = Math.max(end.lastUs, arrow.link.atUs);
    }
  return { places, arrows };
}
