import type { Incident } from '@faultline/model';

/** What an entity is in the answer. `cut` is `single` where removing it alone is enough, `set` where it belongs to the cheapest set. */
export interface EntityMarks {
  readonly rootRank: number | null;
  readonly impact: boolean;
  readonly cut: 'single' | 'set' | null;
}

const unmarked: EntityMarks = { rootRank: null, impact: false, cut: null };

/** Lookup by entity id; every entity that plays no part gets the same empty marks. */
export function entityMarks(incident: Incident): (entityId: string) => EntityMarks {
  const marks = new Map<string, EntityMarks>();
  const mark = (id: string, change: Partial<EntityMarks>): void =>
    void marks.set(id, { ...(marks.get(id) ?? unmarked), ...change });
  for (const cause of incident.rootCauses.toReversed()) {
    // A list of candidates without evidence is an order of search and accuses nobody.
    if (cause.verdict !== 'INSUFFICIENT') mark(cause.entity.id, { rootRank: cause.rank });
  }
  for (const impact of incident.impacts) mark(impact.entity.id, { impact: true });
  // A set of one is a single cut; it is also listed as such, so the single marks are written last.
  for (const entity of incident.breakpoints.set.entities) mark(entity.id, { cut: 'set' });
  for (const { entity } of incident.breakpoints.single) mark(entity.id, { cut: 'single' });
  return (entityId) => marks.get(entityId) ?? unmarked;
}
