import type { Event, EventKind, EventOf } from './event.js';

/**
 * Events by kind, each list sorted by (time, id) and free of duplicates, so that whatever is derived from it does not depend on the order
 * of input. Tables that several rules need are built once through `memo`.
 */
export interface EventIndex {
  of<K extends EventKind>(kind: K): readonly EventOf<K>[];
  byId(id: string): Event | undefined;
  readonly size: number;
  /** First and last event time, microseconds; null when there is no event. */
  readonly span: { readonly startUs: number; readonly endUs: number } | null;
  memo<T>(table: (index: EventIndex) => T): T;
}

/** Cost: O(n log n) time, one reference per event. */
export function indexEvents(events: Iterable<Event>): EventIndex {
  const byId = new Map<string, Event>();
  const byKind = new Map<EventKind, Event[]>();
  let startUs = Infinity;
  let endUs = -Infinity;
  for (const event of events) {
    if (byId.has(event.id)) continue;
    byId.set(event.id, event);
    const list = byKind.get(event.kind);
    if (list === undefined) byKind.set(event.kind, [event]);
    else list.push(event);
    if (event.atUs < startUs) startUs = event.atUs;
    if (event.atUs > endUs) endUs = event.atUs;
  }
  for (const list of byKind.values()) list.sort(byTimeThenId);
  const tables = new Map<unknown, unknown>();
  const index: EventIndex = {
    of: <K extends EventKind>(kind: K) => (byKind.get(kind) ?? []) as EventOf<K>[],
    byId: (id) => byId.get(id),
    size: byId.size,
    span: byId.size === 0 ? null : { startUs, endUs },
    memo: <T>(table: (index: EventIndex) => T): T => {
      if (!tables.has(table)) tables.set(table, table(index));
      return tables.get(table) as T;
    },
  };
  return index;
}

function byTimeThenId(a: Event, b: Event): number {
  return a.atUs - b.atUs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
