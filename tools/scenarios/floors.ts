import { attackSubgraph, type CausalGraph } from '@faultline/graph';
import type { Entity, Event, Incident } from '@faultline/model';

/** What simple rules of thumb would have called the cause; an answer must beat them to be worth reading. */
export interface Floors {
  /** Where the walk back from the impacts ends: the source of the earliest link that can have led there. */
  readonly earliestEntity: string;
  /** The address with most refused requests. */
  readonly mostRefusedSender: string;
  /** The place of the rule that fired least. */
  readonly rarestAlert: string;
}

const nothing = 'nothing';

export function floorsOf(graph: CausalGraph, incident: Incident | null, events: readonly Event[]): Floors {
  return {
    earliestEntity: incident === null ? nothing : earliestEntity(graph, incident),
    mostRefusedSender: mostRefusedSender(events),
    rarestAlert: rarestAlert(events),
  };
}

export function earliestEntity(graph: CausalGraph, incident: Incident): string {
  const impacts = incident.certificate.impacts.flatMap(({ entity, seq }) => {
    const named = entityOf(incident, entity);
    const place = named === undefined ? -1 : graph.indexOf(named.kind, named.key);
    return place < 0 ? [] : [{ entity: place, seq }];
  });
  const slice = attackSubgraph(graph, new Set(graph.from), impacts);
  const first = slice.links[0];
  return first === undefined ? nothing : nameOf(graph.entity(graph.from[first] ?? 0));
}

function entityOf(incident: Incident, id: string): Entity | undefined {
  return (
    incident.impacts.find((impact) => impact.entity.id === id)?.entity ??
    incident.chain.entities.find((entity) => entity.id === id)
  );
}

function mostRefusedSender(events: readonly Event[]): string {
  const senders = events.flatMap((event) =>
    (event.kind === 'token.use' || event.kind === 'http.access') &&
    event.status === 401 &&
    event.sourceIp !== null
      ? [event.sourceIp]
      : [],
  );
  const [top] = countsOf(senders).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return top === undefined ? nothing : `ip ${top[0]}`;
}

function rarestAlert(events: readonly Event[]): string {
  const alerts = events.flatMap((event) =>
    event.kind === 'alert' ? [`${event.service ?? event.host ?? event.sourceIp ?? ''}: ${event.name}`] : [],
  );
  const [least] = countsOf(alerts).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  return least === undefined ? nothing : least[0];
}

function countsOf(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts];
}

function nameOf({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return `${kind} ${key.length > 48 ? `…${key.slice(-47)}` : key}`;
}
