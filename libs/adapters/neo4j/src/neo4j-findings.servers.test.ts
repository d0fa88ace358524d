import { knownAt, savedAt, snapshotOf } from '@faultline/graph/testing';
import type { Certificate, Entity, Incident } from '@faultline/model';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Neo4jFindings } from './neo4j-findings.js';
import { Neo4jGraphStore } from './neo4j-graph-store.js';
import { graphDatabase, type GraphDatabase, text } from './testing/graph-database.js';

const [origin, middle, target] = ['build:run', 'artifact:signer', 'service:shop'].map((id): Entity => {
  const [kind = '', key = ''] = id.split(':');
  return { id, kind, key, label: key };
}) as [Entity, Entity, Entity];

const certificate: Certificate = {
  schema: 'faultline.certificate/1',
  entities: [],
  links: [],
  origins: [origin.id],
  impacts: [],
  removed: [middle.id],
  cost: 2,
  lowerBound: 2,
  optimal: true,
  lowerBoundPaths: [],
  putBack: [],
};

function incident(id: string, more: Partial<Incident> = {}): Incident {
  const atUs = knownAt(0);
  const interval: [number, number] = [0.8, 0.95];
  return {
    id,
    title: `Incident ${id}`,
    severity: 'high',
    window: { startUs: 1, endUs: 2 },
    impacts: [{ entity: target, atUs, event: null, why: 'forged tokens', by: null }],
    rootCauses: [
      {
        rank: 1,
        entity: origin,
        atUs,
        event: null,
        posterior: 0.9,
        interval,
        verdict: 'CONFIRMED',
        evidence: [],
      },
    ],
    originNotObserved: 0.05,
    breakpoints: {
      single: [{ entity: middle, cost: 2, control: null }],
      set: { entities: [middle], cost: 2, lowerBound: 2, optimal: true },
      mass: [],
    },
    certificate,
    chain: { entities: [], links: [] },
    controls: [],
    unknowns: [],
    ...more,
  };
}

describe('Neo4jFindings', () => {
  let database: GraphDatabase;
  let findings: Neo4jFindings;
  beforeAll(async () => {
    database = await graphDatabase();
    findings = new Neo4jFindings(database.session);
  });
  afterAll(() => database.stop());
  beforeEach(async () => {
    await database.clear();
    const graph = snapshotOf('g', ['build/run', 'artifact/signer', 'service/shop'], []);
    await new Neo4jGraphStore(database.session).save(graph, savedAt(1));
  });

  const ask = (cypher: string) =>
    database.session.read((runner) => runner.run<Record<string, unknown>>(text(cypher)));

  it('leads from an incident to its causes, cuts, harm and proof', async () => {
    await findings.saveIncidents([incident('i1')]);
    expect(
      await ask(
        `MATCH (i:Incident)-[f]->(e:Entity) RETURN i.id AS i, type(f) AS type, e.id AS e, properties(f) AS f ORDER BY type, f.inSet`,
      ),
    ).toEqual([
      { i: 'i1', type: 'BREAKPOINT', e: middle.id, f: { cost: 2, optimal: true, inSet: false } },
      { i: 'i1', type: 'BREAKPOINT', e: middle.id, f: { optimal: true, inSet: true } },
      { i: 'i1', type: 'IMPACT', e: target.id, f: { atUs: knownAt(0), why: 'forged tokens' } },
      {
        i: 'i1',
        type: 'ROOT_CAUSE',
        e: origin.id,
        f: { rank: 1, posterior: 0.9, verdict: 'CONFIRMED', atUs: knownAt(0) },
      },
    ]);
    const [proof] = await ask(
      'MATCH (:Incident)-[:PROVED_BY]->(c:Certificate) RETURN c.json AS json, c.cost AS cost',
    );
    expect(JSON.parse(String(proof?.['json']))).toEqual(certificate);
    expect(proof?.['cost']).toBe(2);
  });

  it('replaces all incidents, also with none, and keeps the graph', async () => {
    await findings.saveIncidents([incident('i1'), incident('i2')]);
    await findings.saveIncidents([incident('i3'), incident('i1')]);
    expect(await ask('MATCH (i:Incident) RETURN i.id AS id, i.place AS place ORDER BY place')).toEqual([
      { id: 'i3', place: 0 },
      { id: 'i1', place: 1 },
    ]);
    await findings.saveIncidents([]);
    expect(await ask('MATCH (n) WHERE n:Incident OR n:Certificate RETURN count(n) AS n')).toEqual([{ n: 0 }]);
    expect(await ask('MATCH (e:Entity) RETURN count(e) AS n')).toEqual([{ n: 3 }]);
  });

  it('names what the compacted graph does not hold, and bounds the certificate', async () => {
    const elsewhere = { ...origin, id: 'build:elsewhere' };
    const large = { ...certificate, origins: [elsewhere.id, 'x'.repeat(1_000_000)] };
    const causes = incident('i1').rootCauses.map((cause) => ({ ...cause, entity: elsewhere }));
    await findings.saveIncidents([incident('i1', { rootCauses: causes, certificate: large })]);
    expect(await ask('MATCH (i:Incident) RETURN i.entityIds AS ids')).toEqual([
      { ids: [elsewhere.id, middle.id, target.id] },
    ]);
    expect(await ask('MATCH (:Incident)-[f:ROOT_CAUSE]->() RETURN count(f) AS n')).toEqual([{ n: 0 }]);
    expect(
      await ask('MATCH (c:Certificate) RETURN c.json IS NULL AS left, c.characters > 1000000 AS counted'),
    ).toEqual([{ left: true, counted: true }]);
  });
});
