import type { Entity } from '@faultline/model';
import type { AggregatedLink, GraphChanges, GraphSnapshot, RowChanges } from './graph-store.port.js';

/** What a store holds now: for each id of the current graph, the fingerprint of what may change under that id. */
export interface HeldGraph {
  readonly entities: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

export const nothingHeld: HeldGraph = { entities: new Map(), links: new Map() };

/** Rows to add, to bring up to date in place, and ids to close, each in the order of the snapshot or of what is held. */
export interface RowDifference<Row> {
  readonly add: readonly Row[];
  readonly update: readonly Row[];
  readonly close: readonly string[];
}

export interface GraphDifference {
  readonly entities: RowDifference<Entity>;
  readonly links: RowDifference<AggregatedLink>;
  /** What the store holds when it has written all that. */
  readonly held: HeldGraph;
}

/**
 * What a store must write to hold the snapshot. `digest` makes the fingerprints short (a server keeps one for each row); without a loss it
 * may also give back its argument. Cost: one digest for each row of the snapshot.
 * Throws RangeError when the snapshot has an id twice, or a link whose ends it lacks.
 */
export function graphDifference(
  held: HeldGraph,
  snapshot: GraphSnapshot,
  digest: (text: string) => string,
): GraphDifference {
  const entities = fingerprints(snapshot.entities, (entity) => digest(entity.label));
  for (const { id, from, to } of snapshot.links) {
    if (!entities.has(from) || !entities.has(to))
      throw new RangeError(
        `link ${id.slice(0, 80)} of the snapshot has an end that is not among its entities`,
      );
  }
  const links = fingerprints(snapshot.links, (link) => digest(changeable(link)));
  return {
    entities: difference(held.entities, snapshot.entities, entities),
    links: difference(held.links, snapshot.links, links),
    held: { entities, links },
  };
}

export function changesOf({ entities, links }: GraphDifference): GraphChanges {
  return { entities: counts(entities), links: counts(links) };
}

/** Everything else of a link is in its id. */
function changeable({ firstUs, lastUs, count, events }: AggregatedLink): string {
  return JSON.stringify([firstUs, lastUs, count, events]);
}

function fingerprints<Row extends { readonly id: string }>(
  rows: readonly Row[],
  fingerprint: (row: Row) => string,
): ReadonlyMap<string, string> {
  const byId = new Map<string, string>();
  for (const row of rows) {
    if (byId.has(row.id)) throw new RangeError(`the snapshot has ${row.id.slice(0, 80)} twice`);
    byId.set(row.id, fingerprint(row));
  }
  return byId;
}

function difference<Row extends { readonly id: string }>(
  held: ReadonlyMap<string, string>,
  rows: readonly Row[],
  wanted: ReadonlyMap<string, string>,
): RowDifference<Row> {
  const stay = rows.filter(({ id }) => held.has(id));
  return {
    add: rows.filter(({ id }) => !held.has(id)),
    update: stay.filter(({ id }) => held.get(id) !== wanted.get(id)),
    close: [...held.keys()].filter((id) => !wanted.has(id)),
  };
}

function counts({ add, update, close }: RowDifference<unknown>): RowChanges {
  return { added: add.length, updated: update.length, closed: close.length };
}
