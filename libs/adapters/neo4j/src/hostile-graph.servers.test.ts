import type { AggregatedLink } from '@faultline/graph';
import { entity, savedAt, snapshotOf } from '@faultline/graph/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Neo4jGraphStore } from './neo4j-graph-store.js';
import { graphDatabase, type GraphDatabase, text } from './testing/graph-database.js';

const hostile = [
  '`) DETACH DELETE n //',
  'Entity` {id: 1}) MATCH (n) DETACH DELETE n //',
  "'}) RETURN 1 UNION MATCH (n) DETACH DELETE n //",
  'x]->() DELETE x //',
  '\\u0060) DELETE n //',
  '$rows',
  '__proto__',
  'constructor',
];

describe('text that an attacker wrote', () => {
  let database: GraphDatabase;
  beforeAll(async () => {
    database = await graphDatabase();
  });
  afterAll(() => database.stop());
  beforeEach(() => database.clear());

  const ask = (cypher: string) =>
    database.session.read((runner) => runner.run<Record<string, unknown>>(text(cypher)));

  it('never becomes a label, a type or a statement', async () => {
    await database.session.run(text('CREATE (:Bystander)'));
    const store = new Neo4jGraphStore(database.session);
    const entities = hostile.flatMap((kind, index) => [
      { id: `${kind}:a`, kind, key: kind, label: kind },
      { id: `target:${index}`, kind: 'signing-key', key: `${index}`, label: kind },
    ]);
    const links = hostile.map((kind, index): AggregatedLink => {
      const ends = { from: `${kind}:a`, to: `target:${index}` };
      const what = { kind, rule: kind, basis: 'claimed', firstUs: 1, lastUs: 2, count: 1 } as const;
      return { id: kind, ...ends, ...what, events: [kind] };
    });
    const snapshot = { ...snapshotOf('hostile', [], links), entities };
    await store.save(snapshot, savedAt(1));
    for (const kind of hostile) {
      expect(await store.entityByRef(kind, kind)).toEqual({ id: `${kind}:a`, kind, key: kind, label: kind });
      expect((await store.findEntities(kind, 100)).length).toBeGreaterThan(0);
    }
    expect(await ask('MATCH (n:Bystander) RETURN count(n) AS n')).toEqual([{ n: 1 }]);
    expect(
      await ask('MATCH (n:Entity) UNWIND labels(n) AS label RETURN DISTINCT label ORDER BY label'),
    ).toEqual([{ label: 'Entity' }, { label: 'SigningKey' }]);
    expect(await ask('MATCH (:Entity)-[r]->() RETURN DISTINCT type(r) AS type')).toEqual([{ type: 'LINK' }]);
    await store.save(snapshotOf('gone', [], []), savedAt(2));
    expect(await store.findEntities('', 10)).toEqual([]);
    await database.session.run(text('MATCH (n:Bystander) DELETE n'));
  });

  it('gives entities and links of our kinds their label and type', async () => {
    const store = new Neo4jGraphStore(database.session);
    const entities = [entity('session/s'), entity('token/t')];
    const ends = { from: 'session:s', to: 'token:t' };
    const what = { kind: 'was-issued', rule: 'token.issued', basis: 'observed', events: [] } as const;
    const link = { id: 'l', ...ends, ...what, firstUs: 1, lastUs: 1, count: 1 };
    await store.save({ ...snapshotOf('own', [], [link]), entities }, savedAt(1));
    expect(
      await ask('MATCH (a:Session)-[r:WAS_ISSUED]->(b:Token) RETURN a.id AS a, r.id AS r, b.id AS b'),
    ).toEqual([{ a: 'session:s', r: 'l', b: 'token:t' }]);
  });

  it('keeps integers exact, as integers', async () => {
    const store = new Neo4jGraphStore(database.session);
    const times = { firstUs: Number.MIN_SAFE_INTEGER, lastUs: Number.MAX_SAFE_INTEGER, count: 2 ** 40 + 1 };
    const ends = { from: 'a:1', to: 'b:1' };
    const what = { kind: 'flow', rule: 'r', basis: 'observed', events: [] } as const;
    const link = { id: 'l', ...ends, ...what, ...times };
    const snapshot = snapshotOf('exact', ['a/1', 'b/1'], [link]);
    const knownAtUs = Number.MAX_SAFE_INTEGER - 1;
    await store.save(snapshot, { knownAtUs, position: { 0: Number.MAX_SAFE_INTEGER } });
    const query = { direction: 'downstream', asOfUs: null, knownAtUs: null, limit: 10 } as const;
    expect(await store.neighbours('a:1', query)).toEqual([link]);
    expect(await store.state()).toMatchObject({ knownAtUs, position: { 0: Number.MAX_SAFE_INTEGER } });
    expect(
      await ask(
        `MATCH ()-[r:LINK]->() RETURN toString(r.firstUs) AS first, toString(r.lastUs) AS last, toString(r.count) AS count`,
      ),
    ).toEqual([{ first: '-9007199254740991', last: '9007199254740991', count: '1099511627777' }]);
  });
});
