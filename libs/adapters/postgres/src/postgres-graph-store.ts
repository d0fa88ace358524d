import {
  type AggregatedLink,
  type Direction,
  type GraphPaths,
  type GraphReader,
  type GraphSnapshot,
  type GraphStore,
  type NeighbourQuery,
  type PathQuery,
  type Reach,
  type ReachQuery,
  walkPaths,
  walkReach,
} from '@faultline/graph';
import type { Basis, Entity } from '@faultline/model';
import { inParts, storable } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { graphStoreSql as sql } from './sql/graph-store.sql.js';

const INSERT_ROWS_MAX = 5_000;

interface LinkRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly rule: string;
  readonly basis: Basis;
  readonly first_us: string;
  readonly last_us: string;
  readonly count: number;
  readonly events: string;
}

/** Walks run level by level, one query a level, inside one snapshot: a save in between cannot mix two graphs. */
export class PostgresGraphStore implements GraphStore {
  constructor(private readonly session: PostgresSession) {}

  async save({ hash, entities, links }: GraphSnapshot): Promise<void> {
    const numbers = new Map(entities.map(({ id }, number) => [id, number]));
    await this.session.transaction(async (session) => {
      await session.query(sql.lock);
      await session.query(sql.clearLinks);
      await session.query(sql.clearEntities);
      let number = 0;
      for (const part of inParts(entities, INSERT_ROWS_MAX, Infinity, () => 0)) {
        await session.query(sql.addEntities, entityColumns(part, number));
        number += part.length;
      }
      number = 0;
      for (const part of inParts(links, INSERT_ROWS_MAX, Infinity, () => 0)) {
        await session.query(sql.addLinks, linkColumns(part, number, numbers));
        number += part.length;
      }
      await session.query(sql.saveHash, [hash]);
    });
  }

  async hash(): Promise<string | null> {
    const rows = await this.session.query<{ hash: string }>(sql.hash);
    return rows[0]?.hash ?? null;
  }

  async entity(id: string): Promise<Entity | null> {
    const rows = await this.session.query<Entity>(sql.entities, [[storable(id)]]);
    return rows[0] ?? null;
  }

  async entityByRef(kind: string, key: string): Promise<Entity | null> {
    const rows = await this.session.query<Entity>(sql.entityByRef, [storable(kind), storable(key)]);
    return rows[0] ?? null;
  }

  findEntities(text: string, limit: number): Promise<readonly Entity[]> {
    // strpos of an empty text is 1, so it finds everything.
    return this.session.query<Entity>(sql.find, [storable(text), limit]);
  }

  async neighbours(
    id: string,
    { direction, asOfUs, limit }: NeighbourQuery,
  ): Promise<readonly AggregatedLink[]> {
    const page = direction === 'upstream' ? sql.incomingPage : sql.outgoingPage;
    const rows = await this.session.query<LinkRow>(page, [storable(id), asOfUs, limit]);
    return rows.map(toLink);
  }

  reach(id: string, query: ReachQuery): Promise<Reach> {
    return this.session.snapshot((session) => walkReach(readerOn(session), storable(id), query));
  }

  paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths> {
    return this.session.snapshot((session) =>
      walkPaths(readerOn(session), storable(fromId), storable(toId), query),
    );
  }
}

function readerOn(session: PostgresSession): GraphReader {
  return {
    linksAt: async (ids: readonly string[], direction: Direction) =>
      (await session.query<LinkRow>(direction === 'upstream' ? sql.incoming : sql.outgoing, [ids])).map(
        toLink,
      ),
    entities: (ids) => (ids.length === 0 ? Promise.resolve([]) : session.query<Entity>(sql.entities, [ids])),
  };
}

function entityColumns(part: readonly Entity[], first: number): readonly unknown[] {
  return [
    part.map((_, index) => first + index),
    part.map(({ id }) => storable(id)),
    part.map(({ kind }) => storable(kind)),
    part.map(({ key }) => storable(key)),
    part.map(({ label }) => storable(label)),
  ];
}

function linkColumns(
  part: readonly AggregatedLink[],
  first: number,
  numbers: ReadonlyMap<string, number>,
): readonly unknown[] {
  return [
    part.map((_, index) => first + index),
    part.map(({ id }) => storable(id)),
    part.map(({ from }) => numbers.get(from)),
    part.map(({ to }) => numbers.get(to)),
    part.map(({ kind }) => storable(kind)),
    part.map(({ rule }) => storable(rule)),
    part.map(({ basis }) => basis),
    part.map(({ firstUs }) => Math.trunc(firstUs)),
    part.map(({ lastUs }) => Math.trunc(lastUs)),
    part.map(({ count }) => count),
    part.map(({ events }) => JSON.stringify(events)),
  ];
}

function toLink(row: LinkRow): AggregatedLink {
  const { id, from, to, kind, rule, basis, count } = row;
  const times = { firstUs: Number(row.first_us), lastUs: Number(row.last_us) };
  return { id, from, to, kind, rule, basis, ...times, count, events: JSON.parse(row.events) as string[] };
}
