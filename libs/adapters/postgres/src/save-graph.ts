import { createHash } from 'node:crypto';
import {
  type AggregatedLink,
  changesOf,
  type GraphChanges,
  graphDifference,
  type GraphDifference,
  type GraphSave,
  type GraphSnapshot,
  type HeldGraph,
  HISTORY_US,
  refuseStale,
  storableSnapshot,
} from '@faultline/graph';
import type { Entity } from '@faultline/model';
import {
  changedEntityColumns,
  changedLinkColumns,
  entityColumns,
  linkColumns,
  type StateRow,
  toState,
} from './graph-rows.js';
import { inParts } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { graphStoreSql as sql } from './sql/graph-store.sql.js';

const ROWS_PER_STATEMENT_MAX = 5_000;
/** Keys can be long: PostgreSQL takes at most 1 GB in one parameter, and this process has to hold the text twice. */
const CHARACTERS_PER_STATEMENT_MAX = 16_000_000;
/** 128 bits: a label that an attacker chose must not pass for another. */
const FINGERPRINT_CHARACTERS = 22;

interface HeldRow {
  readonly id: string;
  readonly fingerprint: string;
}

/** Inside a transaction. Reads what is held, writes the difference; cost: two columns of every current row, and the rows that differ. */
export async function saveGraph(
  session: PostgresSession,
  given: GraphSnapshot,
  as: GraphSave,
): Promise<GraphChanges> {
  const snapshot = storableSnapshot(given);
  await session.query(sql.lock);
  const [state] = await session.query<StateRow>(sql.state);
  refuseStale(state === undefined ? null : toState(state), as);
  const difference = graphDifference(await heldGraph(session), snapshot, digest);
  await closeRows(session, difference, as.knownAtUs);
  await updateRows(session, difference);
  await addRows(session, difference, as.knownAtUs);
  await session.query(sql.forgetLinks, [as.knownAtUs - HISTORY_US]);
  await session.query(sql.forgetEntities, [as.knownAtUs - HISTORY_US]);
  const { hash, detail, truncated, entities, links } = snapshot;
  const place = [as.knownAtUs, JSON.stringify(as.position)];
  await session.query(sql.saveState, [hash, detail, truncated, entities.length, links.length, ...place]);
  return changesOf(difference);
}

async function heldGraph(session: PostgresSession): Promise<HeldGraph> {
  const byId = (rows: readonly HeldRow[]) => new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]));
  const entities = byId(await session.query<HeldRow>(sql.heldEntities));
  return { entities, links: byId(await session.query<HeldRow>(sql.heldLinks)) };
}

async function closeRows(
  session: PostgresSession,
  { entities, links }: GraphDifference,
  knownAtUs: number,
): Promise<void> {
  for (const part of parts(links.close, (id) => id.length))
    await session.query(sql.closeLinks, [part, knownAtUs]);
  for (const part of parts(entities.close, (id) => id.length))
    await session.query(sql.closeEntities, [part, knownAtUs]);
}

async function updateRows(
  session: PostgresSession,
  { entities, links, held }: GraphDifference,
): Promise<void> {
  for (const part of parts(entities.update, entityCharacters))
    await session.query(sql.updateEntities, changedEntityColumns(part, held.entities));
  for (const part of parts(links.update, linkCharacters))
    await session.query(sql.updateLinks, changedLinkColumns(part, held.links));
}

async function addRows(
  session: PostgresSession,
  { entities, links, held }: GraphDifference,
  knownAtUs: number,
): Promise<void> {
  for (const part of parts(entities.add, entityCharacters))
    await session.query(sql.addEntities, [...entityColumns(part, held.entities), knownAtUs]);
  for (const part of parts(links.add, linkCharacters))
    await session.query(sql.addLinks, [...linkColumns(part, held.links), knownAtUs]);
}

function parts<Item>(items: readonly Item[], characters: (item: Item) => number) {
  return inParts(items, ROWS_PER_STATEMENT_MAX, CHARACTERS_PER_STATEMENT_MAX, characters);
}

function entityCharacters({ id, kind, key, label }: Entity): number {
  return id.length + kind.length + key.length + label.length;
}

function linkCharacters({ id, from, to, kind, rule }: AggregatedLink): number {
  return id.length + from.length + to.length + kind.length + rule.length;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, FINGERPRINT_CHARACTERS);
}
