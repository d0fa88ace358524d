import type { Analysis, Incident } from '@faultline/model';

/** Where an event's record lies. `position` null: the analysis names the event but does not say where it was read. */
export interface EventPosition {
  readonly id: string;
  readonly position: { readonly atUs: number; readonly path: string; readonly line: number } | null;
}

/** Every event id that an incident rests on, in no particular order. */
export function eventIdsOf(incident: Incident): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: string | null): void => void (id !== null && ids.add(id));
  for (const impact of incident.impacts) add(impact.event);
  for (const cause of incident.rootCauses) {
    add(cause.event);
    for (const evidence of cause.evidence) evidence.events.forEach(add);
  }
  for (const link of incident.chain.links) link.events.forEach(add);
  return ids;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All events of a document, those of `events` and those only named, by time, then id. */
export function eventPositions(analysis: Analysis): readonly EventPosition[] {
  const ids = new Set(Object.keys(analysis.events));
  for (const incident of analysis.incidents) for (const id of eventIdsOf(incident)) ids.add(id);
  return [...ids]
    .map((id) => ({
      id,
      position: Object.hasOwn(analysis.events, id) ? (analysis.events[id] ?? null) : null,
    }))
    .sort(
      (a, b) => (a.position?.atUs ?? Infinity) - (b.position?.atUs ?? Infinity) || compareText(a.id, b.id),
    );
}

/** The document cut down to one incident and the events that it names; null when there is no such incident. */
export function analysisOfIncident(analysis: Analysis, incidentId: string): Analysis | null {
  const incident = analysis.incidents.find((candidate) => candidate.id === incidentId);
  if (incident === undefined) return null;
  const events: Analysis['events'] = {};
  for (const id of eventIdsOf(incident)) {
    const position = Object.hasOwn(analysis.events, id) ? analysis.events[id] : undefined;
    if (position !== undefined) events[id] = position;
  }
  return { ...analysis, incidents: [incident], events };
}
