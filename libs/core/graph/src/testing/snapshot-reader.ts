import type { AggregatedLink, GraphSnapshot } from '../graph-store.port.js';
import type { GraphReader } from '../graph-store.walk.js';

/** A snapshot as a walk reads it. */
export function snapshotReader({ entities, links }: GraphSnapshot): GraphReader {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const outgoing = new Map<string, AggregatedLink[]>();
  const incoming = new Map<string, AggregatedLink[]>();
  for (const link of links) {
    outgoing.set(link.from, [...(outgoing.get(link.from) ?? []), link]);
    incoming.set(link.to, [...(incoming.get(link.to) ?? []), link]);
  }
  return {
    linksAt: (ids, direction) =>
      Promise.resolve(ids.flatMap((id) => (direction === 'upstream' ? incoming : outgoing).get(id) ?? [])),
    entities: (ids) => Promise.resolve(ids.flatMap((id) => byId.get(id) ?? [])),
  };
}
