import { knownAt, link, savedAt, snapshotOf } from '@faultline/graph/testing';
import { type Neo4jServer, startNeo4j } from '@faultline/test-servers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectNeo4j } from './connect-neo4j.js';
import { graphStateCypher } from './cypher/graph-state.cypher.js';
import { Neo4jGraphStore } from './neo4j-graph-store.js';
import type { Neo4jSession } from './neo4j-session.js';
import { SaveTurn } from './save-turn.js';
import { clear, text } from './testing/graph-database.js';

const out = { direction: 'downstream', asOfUs: null, knownAtUs: null, limit: 20_000, depthMax: 3 } as const;

function star(name: string, size: number) {
  const leaves = Array.from({ length: size }, (_, index) => `token/${name}${index}`);
  const links = leaves.map((leaf, index) => link('service/s', leaf, index, index, `${name}-${index}`));
  return snapshotOf(name, ['service/s', ...leaves], links);
}

// A restart beside other work was seen to take a minute.
describe('a save that is interrupted', { timeout: 300_000 }, () => {
  let server: Neo4jServer;
  let session: Neo4jSession;
  beforeAll(async () => {
    server = await startNeo4j();
    session = await connect();
  });
  afterAll(async () => {
    await session.close();
    await server.stop();
  });
  beforeEach(() => clear(session));

  const connect = () =>
    connectNeo4j(
      { url: server.url, user: server.user, password: server.password, database: 'neo4j' },
      { timeoutMs: 60_000 },
    );
  const leaves = async (store: Neo4jGraphStore) => {
    const { entities } = await store.reach('service:s', out);
    return {
      count: entities.length,
      names: [...new Set(entities.map(({ entity }) => entity.key.replace(/\d+$/, '')))],
    };
  };
  const rows = async (pattern: string) => {
    const [row] = await session.read((runner) =>
      runner.run<{ n: number }>(text(`MATCH ${pattern} RETURN count(*) AS n`)),
    );
    return row?.n;
  };

  it('waits for a server that comes back, and never shows a mix', async () => {
    const store = new Neo4jGraphStore(session);
    await store.save(star('old', 500), savedAt(1));
    const saving = store.save(star('new', 6_000), savedAt(2));
    const end = saving.then(
      () => 'saved',
      (error: unknown) => error,
    );
    await untilStaged();
    await server.kill();
    await server.restart();
    const ended = await end;
    const seen = await leaves(store);
    if (ended === 'saved') expect(seen).toEqual({ count: 6_000, names: ['new'] });
    else {
      // A machine so busy that the restart takes longer than the driver tries.
      expect(ended).toMatchObject({ code: 'FL_NEO4J_UNAVAILABLE' });
      expect(seen).toEqual({ count: 500, names: ['old'] });
    }
    await store.save(star('last', 100), savedAt(3));
    expect(await leaves(store)).toEqual({ count: 100, names: ['last'] });
  });

  it('leaves the old graph when its process dies, and the next save removes what it left', async () => {
    const other = await connect();
    const dying = new Neo4jGraphStore(other);
    await dying.save(star('old', 500), savedAt(1));
    dying.save(star('half', 6_000), savedAt(5)).catch(() => undefined);
    await untilStaged();
    // Its connections are gone from one moment to the next. Nobody waits for the save: that of a dead process does not end either.
    other.close().catch(() => undefined);
    // What a dead process cannot do either: end its turn. The next one need not wait for half a minute here.
    await session.run(text('MATCH (state:GraphState) SET state.saverUntilMs = 0'));
    const left = await rows(`(e:Entity) WHERE e.knownFromUs = ${knownAt(5)}`);
    expect(left).toBeGreaterThan(0);
    const store = new Neo4jGraphStore(session);
    expect(await leaves(store)).toEqual({ count: 500, names: ['old'] });
    // Also for questions of a known time that the dead save never reached.
    expect((await store.reach('service:s', { ...out, knownAtUs: knownAt(9) })).entities).toHaveLength(500);
    const changes = await store.save(star('old', 501), savedAt(6));
    expect(changes.entities).toEqual({ added: 1, updated: 0, closed: 0 });
    expect(await leaves(store)).toEqual({ count: 501, names: ['old'] });
    expect(await rows('(e:Entity)')).toBe(502);
    expect(await rows('(:Entity)-[link]->(:Entity)')).toBe(501);
  });

  it('lets savers of two processes take turns', async () => {
    const other = await connect();
    const stores = [new Neo4jGraphStore(session), new Neo4jGraphStore(other)];
    const saves = stores.flatMap((store, index) =>
      [1, 2, 3].map((round) => store.save(star(`s${index}r${round}`, 50), savedAt(round * 10 + index))),
    );
    const ends = await Promise.allSettled(saves);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'FL_GRAPH_STALE' });
    const state = await stores[0]!.state();
    expect(state).toMatchObject({ knownAtUs: knownAt(31), hash: 'sha256:s1r3', entities: 51, links: 50 });
    for (const store of stores) expect(await leaves(store)).toEqual({ count: 50, names: ['s1r'] });
    await other.close();
  });

  it('writes nothing any more when another process has taken its turn', async () => {
    const late = await SaveTurn.take(session, 'late');
    await session.run(text('MATCH (state:GraphState) SET state.saverUntilMs = 0'));
    const next = await SaveTurn.take(session, 'next');
    const write = late.step(async (runner) => void (await runner.run(text('CREATE (:Entity {id: "x"})'))));
    await expect(write).rejects.toMatchObject({ code: 'FL_NEO4J_BUSY' });
    await expect(late.publish(() => Promise.resolve(), {})).rejects.toMatchObject({ code: 'FL_NEO4J_BUSY' });
    expect(await rows('(e:Entity)')).toBe(0);
    await next.giveBack();
  });

  it('does a step once when the answer of its commit is lost', async () => {
    const turn = await SaveTurn.take(session, 'me');
    const create = text('CREATE (:Entity {id: "once", knownFromUs: 1})');
    await turn.step(async (runner) => void (await runner.run(create)));
    // What the driver does then: the same work of the same step again.
    const repeated = Object.assign(Object.create(SaveTurn.prototype), turn, { steps: 0 }) as SaveTurn;
    await repeated.step(async (runner) => void (await runner.run(create)));
    expect(await rows('(e:Entity)')).toBe(1);
    await turn.giveBack();
  });

  async function untilStaged(): Promise<void> {
    for (let looks = 0; looks < 2_000; looks++) {
      const [row] = await session.read((runner) =>
        runner.run<{ state: { pending?: boolean; step?: number } }>(graphStateCypher.read),
      );
      if (row?.state.pending === true && (row.state.step ?? 0) >= 1) return;
      await sleep(5);
    }
    throw new Error('the save has staged nothing');
  }
});
