import type { Entity, Incident, Link } from '@faultline/model';
import { entityMarks, type EntityMarks } from '../story/entity-marks.js';
import { timelineOf, type TimelineRow } from '../story/timeline.js';
import { causalOrder } from './causal-order.js';

/** One place of the drawing: an entity, or the later appearance of an impact that was already seen on the way. */
export interface Appearance {
  readonly id: string;
  readonly entity: Entity;
  readonly marks: EntityMarks;
  readonly again: boolean;
  readonly firstUs: number;
  readonly lastUs: number;
}

/** A link between places. It runs forward where `from < to`; what runs backward closes a cycle. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly link: Link;
}

export interface Appearances {
  /** Causes before effects; ties by first link. */
  readonly places: readonly Appearance[];
  readonly arrows: readonly Arrow[];
}

/** Entities by the first link that touches them; entities without a link come last. */
function bySight(incident: Incident, rows: readonly TimelineRow[]): readonly Entity[] {
  const seen = new Map<string, Entity>();
  const unseen = incident.chain.entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const entity of [...rows.flatMap((row) => [row.from, row.to]), ...unseen])
    if (!seen.has(entity.id)) seen.set(entity.id, entity);
  return [...seen.values()];
}

function inCausalOrder(incident: Incident, rows: readonly TimelineRow[]): readonly Entity[] {
  const entities = bySight(incident, rows);
  const place = new Map(entities.map((entity, index) => [entity.id, index]));
  const next = entities.map((): number[] => []);
  for (const { from, to } of rows) next[place.get(from.id) ?? 0]?.push(place.get(to.id) ?? 0);
  return causalOrder(next).flatMap((index) => entities[index] ?? []);
}

/** First and last time of each place: when it was reached, or, where nothing leads to it, when it acted. */
function timesOf(
  count: number,
  arrows: readonly Arrow[],
): readonly { readonly firstUs: number; readonly lastUs: number }[] {
  const reached = Array.from({ length: count }, () => ({ firstUs: Infinity, lastUs: -Infinity }));
  const acted = Array.from({ length: count }, () => ({ firstUs: Infinity, lastUs: -Infinity }));
  for (const { from, to, link } of arrows)
    for (const times of [reached[to], acted[from]]) {
      if (times === undefined) continue;
      times.firstUs = Math.min(times.firstUs, link.atUs);
      times.lastUs = Math.max(times.lastUs, link.atUs);
    }
  return reached.map((times, index) => (Number.isFinite(times.firstUs) ? times : (acted[index] ?? times)));
}

/**
 * A service may be deployed early in a chain and be hit at its end. Drawn once, the last arrow would run all the way back; so an impact that
 * is reached by something it led to itself appears a second time, at the right.
 */
export function appearancesOf(incident: Incident): Appearances {
  const rows = timelineOf(incident).filter((row) => row.from.id !== row.to.id);
  const marksOf = entityMarks(incident);
  const entities = inCausalOrder(incident, timelineOf(incident));
  const place = new Map(entities.map((entity, index) => [entity.id, index]));
  const placeOf = (id: string): number => place.get(id) ?? 0;
  const returns = (row: TimelineRow): boolean =>
    marksOf(row.to.id).impact && placeOf(row.from.id) > placeOf(row.to.id);

  const repeated = new Map<string, number>();
  for (const row of rows)
    if (returns(row) && !repeated.has(row.to.id)) repeated.set(row.to.id, entities.length + repeated.size);
  const arrows = rows.map((row): Arrow => ({
    from: placeOf(row.from.id),
    to: returns(row) ? (repeated.get(row.to.id) ?? 0) : placeOf(row.to.id),
    link: row.link,
  }));
  const times = timesOf(entities.length + repeated.size, arrows);
  const untimed = { firstUs: Infinity, lastUs: -Infinity };

  const first = entities.map((entity, index): Appearance => {
    const marks = marksOf(entity.id);
    return {
      id: entity.id,
      entity,
      marks: repeated.has(entity.id) ? { ...marks, impact: false } : marks,
      again: false,
      ...(times[index] ?? untimed),
    };
  });
  const again = [...repeated].flatMap(([id, index]): readonly Appearance[] => {
    const entity = entities[placeOf(id)];
    return entity === undefined
      ? []
      : [
          {
            id: `${id}~impact`,
            entity,
            marks: { rootRank: null, impact: true, cut: null },
            again: true,
            ...(times[index] ?? untimed),
          },
        ];
  });
  return { places: [...first, ...again], arrows };
}
