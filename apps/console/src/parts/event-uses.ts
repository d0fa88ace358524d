import type { Analysis, Incident } from '@faultline/model';

export interface EventUse {
  readonly id: string;
  readonly atUs: number | null;
  readonly path: string | null;
  readonly line: number | null;
  /** What the incident takes from it: `impact`, `root cause 1`, `token.J0`, or the kind of a link. */
  readonly uses: readonly string[];
}

/** Every event that an incident rests on, with what it is used for, in time order. */
export function eventUses(incident: Incident, events: Analysis['events']): readonly EventUse[] {
  const uses = new Map<string, Set<string>>();
  const use = (id: string | null, what: string): void => {
    if (id === null) return;
    const known = uses.get(id);
    if (known === undefined) uses.set(id, new Set([what]));
    else known.add(what);
  };
  for (const impact of incident.impacts) use(impact.event, 'impact');
  for (const cause of incident.rootCauses) {
    use(cause.event, `root cause ${String(cause.rank)}`);
    for (const evidence of cause.evidence)
      for (const id of evidence.events) use(id, `${evidence.family}.${evidence.test}`);
  }
  for (const link of incident.chain.links) for (const id of link.events) use(id, link.kind);
  return [...uses]
    .map(([id, what]): EventUse => {
      const position = Object.hasOwn(events, id) ? events[id] : undefined;
      return {
        id,
        atUs: position?.atUs ?? null,
        path: position?.path ?? null,
        line: position?.line ?? null,
        uses: [...what],
      };
    })
    .sort((a, b) => (a.atUs ?? Number.MAX_VALUE) - (b.atUs ?? Number.MAX_VALUE) || (a.id < b.id ? -1 : 1));
}
