import { randomUUID } from 'node:crypto';
import {
  type AggregatedLink,
  type GraphChanges,
  type GraphPaths,
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
import { graphReadCypher as cypher } from './cypher/graph-read.cypher.js';
import { graphState, integer, type LinkRow } from './graph-rows.js';
import type { HeldRows } from './held-rows.js';
import type { Neo4jSession } from './neo4j-session.js';
import { OneAtATime } from './one-at-a-time.js';
import { readerOn, readGraph, stateOf } from './read-graph.js';
import { saveGraph } from './save-graph.js';
import { SaveTurn } from './save-turn.js';
import { refOf, storedId } from './stored-id.js';

/**
 * The graph as a property graph (docs/graph-schema.md). Questions cost one query for each level of a walk; `findEntities` reads every entity.
 * Beside the errors of the port every method throws FL_NEO4J_UNAVAILABLE and FL_NEO4J_DENIED, and `save` FL_NEO4J_BUSY.
 */
export class Neo4jGraphStore implements GraphStore {
  private readonly saver = randomUUID();
  private readonly saves = new OneAtATime();
  private held: HeldRows | null = null;

  constructor(private readonly session: Neo4jSession) {}

  save(snapshot: GraphSnapshot, as: GraphSave): Promise<GraphChanges> {
    return this.saves.run(async () => {
      const turn = await SaveTurn.take(this.session, this.saver);
      try {
        const { changes, held } = await saveGraph(this.session, turn, snapshot, as, this.held);
        this.held = held;
        return changes;
      } catch (error) {
        await turn.giveBack();
        throw error;
      }
    });
  }

  async state(): Promise<GraphState | null> {
    return graphState(await this.session.read(stateOf));
  }

  async entity(id: string, knownAtUs: number | null = null): Promise<Entity | null> {
    const ids = [storableText(id)];
    const [found] = await readGraph<readonly Entity[]>(this.session, knownAtUs, [], (runner, known) =>
      readerOn(runner, known).entities(ids),
    );
    return found ?? null;
  }

  async entityByRef(kind: string, key: string, knownAtUs: number | null = null): Promise<Entity | null> {
    const wanted = { kind: storableText(kind), key: storableText(key) };
    const ref = integer(refOf(wanted.kind, wanted.key));
    const [found] = await readGraph<readonly Entity[]>(this.session, knownAtUs, [], (runner, known) =>
      runner.run<Entity>(cypher.entityByRef, { ...wanted, ref, ...known }),
    );
    return found ?? null;
  }

  findEntities(text: string, limit: number): Promise<readonly Entity[]> {
    const wanted = { text: storableText(text), limit: integer(limit) };
    return readGraph<readonly Entity[]>(this.session, null, [], (runner, known) =>
      runner.run<Entity>(cypher.find, { ...wanted, ...known }),
    );
  }

  neighbours(id: string, query: NeighbourQuery): Promise<readonly AggregatedLink[]> {
    const page = query.direction === 'upstream' ? cypher.incomingPage : cypher.outgoingPage;
    const asOfUs = query.asOfUs === null ? null : integer(Math.floor(query.asOfUs));
    const wanted = { ids: [storedId(storableText(id))], asOfUs, limit: integer(query.limit) };
    return readGraph<readonly AggregatedLink[]>(this.session, query.knownAtUs, [], (runner, known) =>
      runner.run<LinkRow>(page, { ...wanted, ...known }),
    );
  }

  reach(id: string, query: ReachQuery): Promise<Reach> {
    const empty: Reach = { entities: [], links: [], truncated: false };
    return readGraph(this.session, query.knownAtUs, empty, (runner, known) =>
      walkReach(readerOn(runner, known), storableText(id), query),
    );
  }

  paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths> {
    const empty: GraphPaths = { paths: [], truncated: false };
    return readGraph(this.session, query.knownAtUs, empty, (runner, known) =>
      walkPaths(readerOn(runner, known), storableText(fromId), storableText(toId), query),
    );
  }
}
