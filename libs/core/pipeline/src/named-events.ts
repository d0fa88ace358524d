import type { Analysis, EventIndex, Incident } from '@faultline/model';

/** Time and place of every event id that the incidents name, in order of id. */
export function namedEvents(index: EventIndex, incidents: readonly Incident[]): Analysis['events'] {
  const ids = new Set<string>();
  const add = (id: string | null) => {
    if (id !== null) ids.add(id);
  };
  for (const incident of incidents) {
    for (const impact of incident.impacts) add(impact.event);
    for (const root of incident.rootCauses) {
      add(root.event);
      for (const evidence of root.evidence) evidence.events.forEach(add);
    }
    for (const link of incident.chain.links) link.events.forEach(add);
  }
  const named: Record<string, Analysis['events'][string]> = {};
  for (const id of [...ids].sort()) {
    const event = index.byId(id);
    if (event !== undefined)
      named[id] = { atUs: event.atUs, path: event.record.path, line: event.record.line };
  }
  return named;
}
