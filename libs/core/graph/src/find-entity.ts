import type { Entity } from '@faultline/model';
import { classEntity } from './graph-classes.js';
import type { GraphStore } from './graph-store.port.js';

/**
 * The entity that a person means by `KIND:KEY` (split at the first colon) or by an id. Where a coarse graph holds it as one of a class only,
 * the class; that takes a label to tell for some kinds (a request, a build), and those are found by search. Null: not there.
 */
export async function findEntity(
  graph: Pick<GraphStore, 'entity' | 'entityByRef'>,
  reference: string,
  knownAtUs: number | null,
): Promise<Entity | null> {
  const colon = reference.indexOf(':');
  const kind = reference.slice(0, Math.max(0, colon));
  const key = reference.slice(colon + 1);
  const found = (await graph.entityByRef(kind, key, knownAtUs)) ?? (await graph.entity(reference, knownAtUs));
  if (found) return found;
  const group = classEntity({ kind, key, label: key });
  return group.kind === kind ? null : graph.entityByRef(group.kind, group.key, knownAtUs);
}
