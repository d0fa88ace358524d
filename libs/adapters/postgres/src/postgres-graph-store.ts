import {
  type AggregatedLink,
  type Direction,
  type GraphChanges,
  type GraphPaths,
  type GraphReader,
  type GraphSave,
  type GraphSnapshot,
  type GraphState,
  type GraphStore,
  type NeighbourQuery,
  type PathQuery,
  type Reach,
  type ReachQuery,
  storableText,
  walkPaths,
  walkReach,
} from '@faultline/graph';
import type { Entity } from '@faultline/model';
import { type LinkRow, type StateRow, toLink, toState } from './graph-rows.js';
import type { PostgresSession } from './postgres-session.js';
import { saveGraph } from './save-graph.js';
import { graphStoreSql as sql } from './sql/graph-store.sql.js';

/** The latest known time that a question can name: rows that are still there are known until one microsecond later. */
const NOW = '9223372036854775806';

/** Walks run level by level, one query a level, inside one snapshot: a save in between cannot mix two graphs. */
export class PostgresGraphStore implements GraphStore {
  constructor(private readonly session: PostgresSession) {}

  save(snapshot: GraphSnapshot, as: GraphSave): Promise<GraphChanges> {
    return this.session.transaction((session) => saveGraph(session, snapshot, as));
  }

  async state(): Promise<GraphState | null> {
    const [row] = await this.session.query<StateRow>(sql.state);
    return row === undefined ? null : toState(row);
  }

  async entity(id: string, knownAtUs: number | null = null): Promise<Entity | null> {
    const [found] = await readerOn(this.session, knownAtUs).entities([storableText(id)]);
    return found ?? null;
  }

  async entityByRef(kind: string, key: string, knownAtUs: number | null = null): Promise<Entity | null> {
    const parameters = [storableText(kind), known(knownAtUs), storableText(key)];
    const [found] = await this.session.query<Entity>(sql.entityByRef, parameters);
    return found ?? null;
  }

  findEntities(text: string, limit: number): Promise<readonly Entity[]> {
    // strpos of an empty text is 1, so it finds everything.
    return this.session.query<Entity>(sql.find, [storableText(text), limit]);
  }

  async neighbours(id: string, query: NeighbourQuery): Promise<readonly AggregatedLink[]> {
    const page = query.direction === 'upstream' ? sql.incomingPage : sql.outgoingPage;
    const asOfUs = query.asOfUs === null ? null : Math.floor(query.asOfUs);
    const parameters = [storableText(id), known(query.knownAtUs), asOfUs, query.limit];
    return (await this.session.query<LinkRow>(page, parameters)).map(toLink);
  }

  reach(id: string, query: ReachQuery): Promise<Reach> {
    return this.session.snapshot((session) =>
      walkReach(readerOn(session, query.knownAtUs), storableText(id), query),
    );
  }

  paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths> {
    return this.session.snapshot((session) =>
      walkPaths(readerOn(session, query.knownAtUs), storableText(fromId), storableText(toId), query),
    );
  }
}

function readerOn(session: PostgresSession, knownAtUs: number | null): GraphReader {
  const at = known(knownAtUs);
  const side = (direction: Direction) => (direction === 'upstream' ? sql.incoming : sql.outgoing);
  return {
    linksAt: async (ids, direction) => (await session.query<LinkRow>(side(direction), [ids, at])).map(toLink),
    entities: (ids) =>
      ids.length === 0 ? Promise.resolve([]) : session.query<Entity>(sql.entities, [ids, at]),
  };
}

function known(knownAtUs: number | null): string | number {
  return knownAtUs === null ? NOW : Math.floor(knownAtUs);
}
