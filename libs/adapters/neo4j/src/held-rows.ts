import { type GraphDifference, type HeldGraph, linkTypeOf } from '@faultline/graph';
import { graphWriteCypher as cypher } from './cypher/graph-write.cypher.js';
import { typesOfLinks } from './cypher/link-types.js';
import { integer } from './graph-rows.js';
import type { Neo4jSession } from './neo4j-session.js';

/** Where a row is: together with its id the key of an index. */
export interface LinkPlace {
  readonly type: string;
  readonly knownFromUs: number;
}

/** What the server holds of the current graph, kept between saves: about 200 bytes a row. */
export interface HeldRows {
  /** Turn of the save that made it; another one has saved when the state says otherwise. */
  readonly turn: number;
  readonly graph: HeldGraph;
  readonly entities: ReadonlyMap<string, number>;
  readonly links: ReadonlyMap<string, LinkPlace>;
}

type HeldRow = { readonly id: string; readonly knownFromUs: number; readonly print: string };

/** Reads every current row's id, place and digest. On the leader of a cluster: a follower may be behind. */
export function readHeldRows(session: Neo4jSession, turn: number, knownAtUs: number): Promise<HeldRows> {
  return session.write(async (runner) => {
    const graph = { entities: new Map<string, string>(), links: new Map<string, string>() };
    const entities = new Map<string, number>();
    const links = new Map<string, LinkPlace>();
    const parameters = { knownAtUs: integer(knownAtUs) };
    for await (const row of runner.each<HeldRow>(cypher.heldEntities, parameters)) {
      graph.entities.set(row.id, row.print);
      entities.set(row.id, row.knownFromUs);
    }
    for (const type of typesOfLinks) {
      for await (const row of runner.each<HeldRow>(cypher.heldLinks(type), parameters)) {
        graph.links.set(row.id, row.print);
        links.set(row.id, { type, knownFromUs: row.knownFromUs });
      }
    }
    return { turn, graph, entities, links };
  });
}

export function nothingHeldAt(turn: number): HeldRows {
  const graph = { entities: new Map(), links: new Map() };
  return { turn, graph, entities: new Map(), links: new Map() };
}

/** What is held after the difference was written. */
export function heldAfter(
  held: HeldRows,
  { entities, links, held: graph }: GraphDifference,
  turn: number,
  knownAtUs: number,
): HeldRows {
  const nodes = new Map(held.entities);
  for (const id of entities.close) nodes.delete(id);
  for (const { id } of entities.add) nodes.set(id, knownAtUs);
  const places = new Map(held.links);
  for (const id of links.close) places.delete(id);
  for (const { id, kind } of links.add) places.set(id, { type: linkTypeOf(kind), knownFromUs: knownAtUs });
  return { turn, graph, entities: nodes, links: places };
}
