import { type AggregatedLink, entityLabelOf, type GraphDifference, linkTypeOf } from '@faultline/graph';
import type { Entity } from '@faultline/model';
import { graphWriteCypher as cypher } from './cypher/graph-write.cypher.js';
import { changedLink, entityRow, integer, linkRow } from './graph-rows.js';
import type { HeldRows, LinkPlace } from './held-rows.js';
import { byName, inParts } from './in-parts.js';
import type { CypherRunner } from './neo4j-session.js';
import type { SaveTurn } from './save-turn.js';
import { storedId } from './stored-id.js';

/** Adds the new rows, part by part. Nobody sees them before the state says that their time is known. */
export async function addRows(
  turn: SaveTurn,
  held: HeldRows,
  { entities, links, held: next }: GraphDifference,
  knownAtUs: number,
): Promise<void> {
  const known = { knownAtUs: integer(knownAtUs) };
  const sortedEntities = entities.add.toSorted((a, b) => compareText(a.kind, b.kind));
  for (const part of inParts(sortedEntities, entityCharacters))
    await turn.step(async (runner) => {
      for (const [label, group] of byName(part, ({ kind }) => entityLabelOf(kind))) {
        const rows = group.map((entity) => entityRow(entity, next.entities.get(entity.id) ?? ''));
        await runner.run(cypher.addEntities(label), { rows, ...known });
      }
    });
  const fromUs = (id: string) => {
    const heldFromUs = held.entities.get(id);
    return heldFromUs === undefined ? known.knownAtUs : integer(heldFromUs);
  };
  const sortedLinks = links.add.toSorted((a, b) => compareText(a.kind, b.kind));
  for (const part of inParts(sortedLinks, linkCharacters))
    await turn.step(async (runner) => {
      for (const [type, group] of byName(part, ({ kind }) => linkTypeOf(kind))) {
        const rows = group.map((link) => [
          storedId(link.from),
          fromUs(link.from),
          storedId(link.to),
          fromUs(link.to),
          ...linkRow(link, next.links.get(link.id) ?? ''),
        ]);
        await runner.run(cypher.addLinks(type ?? ''), { rows, ...known });
      }
    });
}

/** Inside the last transaction: what stays is brought up to date, what left the graph is closed. */
export async function changeRows(
  runner: CypherRunner,
  held: HeldRows,
  { entities, links, held: next }: GraphDifference,
  knownAtUs: number,
): Promise<void> {
  const entityAt = (id: string) => ({ id: storedId(id), knownFromUs: integer(held.entities.get(id) ?? 0) });
  const known = { knownAtUs: integer(knownAtUs) };
  for (const part of inParts(entities.update, entityCharacters)) {
    const rows = part.map(({ id, label }) => ({
      ...entityAt(id),
      label,
      print: next.entities.get(id) ?? '',
    }));
    await runner.run(cypher.updateEntities, { rows });
  }
  for (const part of inParts(entities.close, characters))
    await runner.run(cypher.closeEntities, { rows: part.map(entityAt), ...known });
  const placed = links.update.map((link) => ({ ...linkAt(held.links, link.id), link }));
  for (const [type, group] of byName(placed, (row) => row.type))
    for (const part of inParts(group, ({ link }) => linkCharacters(link))) {
      const rows = part.map(({ id, knownFromUs, link }) => ({
        id,
        knownFromUs,
        changed: changedLink(link, next.links.get(link.id) ?? ''),
      }));
      await runner.run(cypher.updateLinks(type ?? ''), { rows });
    }
  const closed = links.close.map((id) => linkAt(held.links, id));
  for (const [type, group] of byName(closed, (row) => row.type))
    for (const part of inParts(group, ({ id }) => id.length)) {
      const rows = part.map(({ id, knownFromUs }) => ({ id, knownFromUs }));
      await runner.run(cypher.closeLinks(type ?? ''), { rows, ...known });
    }
}

function linkAt(places: ReadonlyMap<string, LinkPlace>, id: string) {
  const { type, knownFromUs } = places.get(id) ?? { type: '', knownFromUs: 0 };
  return { id: storedId(id), type, knownFromUs: integer(knownFromUs) };
}

function entityCharacters({ id, kind, key, label }: Entity): number {
  return id.length + kind.length + key.length + label.length;
}

function linkCharacters({ id, from, to, kind, rule }: AggregatedLink): number {
  return id.length + from.length + to.length + kind.length + rule.length;
}

function characters(text: string): number {
  return text.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
