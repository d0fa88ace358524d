import { fileURLToPath } from 'node:url';
import type { Analysis, Incident } from '@faultline/model';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseEvents, readPaths } from '../scenarios/analyse-paths.js';
import { type ProofInstallation, startInstallation } from './installation.js';
import { recordLines } from './record-lines.js';
import type { ServerProcess } from './server-process.js';
import { TopicSender } from './topic-sender.js';
import { until } from './until.js';

const records = fileURLToPath(new URL('../../scenarios/forged-tokens/records', import.meta.url));
const PARTITIONS = 4;
const ANSWER_MS = 90_000;

interface IncidentsAnswer {
  readonly incidents: readonly Incident[];
  readonly graph: { readonly hash: string | null };
  readonly analysis: { readonly events: number };
}

let installation: ProofInstallation;
let api: ServerProcess;
let expected: Analysis;
let events = 0;
let answer: IncidentsAnswer;

beforeAll(async () => {
  const reading = await readPaths([records]);
  events = new Set(reading.events.map(({ id }) => id)).size;
  expected = analyseEvents(reading).analysis;
  installation = await startInstallation(PARTITIONS);
  await installation.start('ingestor');
  await installation.start('correlator');
  api = await installation.start('api');
  const sender = await TopicSender.to(installation.kafka.brokers);
  const lines = recordLines(records);
  for (let at = 0; at < lines.length; at += 500)
    await sender.send('faultline.raw.any', lines.slice(at, at + 500));
  await sender.close();
  answer = await until('the answer about all events', incidentsOfAll, ANSWER_MS);
}, 300_000);
afterAll(() => installation?.stop());

async function incidentsOfAll(): Promise<IncidentsAnswer | null> {
  const response = await fetch(`${api.address}/api/v1/incidents`);
  const found = (await response.json()) as IncidentsAnswer;
  return found.analysis.events === events ? found : null;
}

describe('the forged-tokens incident, record by record through Kafka', () => {
  it('ends in the same graph as `analyze` builds', () => {
    expect(answer.graph.hash).toBe(expected.graph.hash);
  });

  it('ends in the same incidents: root causes, breakpoints, certificates, controls', () => {
    expect(answer.incidents).toEqual(expected.incidents);
    expect(answer.incidents[0]?.rootCauses[0]?.verdict).toBe('CONFIRMED');
  });

  it('lies in Neo4j: the graph by its hash, the incident with its root cause', async () => {
    const { url, user, password } = installation.neo4j;
    const driver = neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    // Findings are written behind the answer that the API shows.
    const rows = await until(
      'the incident in Neo4j',
      async () => {
        const found = await driver.executeQuery(
          `MATCH (i:Incident)-[c:ROOT_CAUSE {rank: 1}]->(e:Entity) RETURN i.id AS incident, e.key AS key, c.verdict AS verdict`,
        );
        return found.records.length > 0 ? found.records : null;
      },
      ANSWER_MS,
    );
    const first = expected.incidents[0];
    expect(rows.map((row) => row.toObject())).toContainEqual({
      incident: first?.id,
      key: first?.rootCauses[0]?.entity.key,
      verdict: 'CONFIRMED',
    });
    const state = await driver.executeQuery('MATCH (s:GraphState) RETURN s.hash AS hash');
    expect(state.records.map((row) => row.get('hash') as string)).toEqual([expected.graph.hash]);
    await driver.close();
  });

  it('opens every named event to the bytes as they came through Kafka', async () => {
    const [id = ''] = answer.incidents[0]?.rootCauses[0]?.evidence.flatMap((one) => one.events) ?? [];
    const event = (await (await fetch(`${api.address}/api/v1/events/${id}`)).json()) as {
      path: string;
      raw: string | null;
    };
    expect(event.path).toMatch(/^kafka:\/\/faultline\.raw\.any\/\d$/);
    expect(event.raw).not.toBeNull();
  });

  it('draws the report, and answers what the build step could have influenced', async () => {
    const incident = answer.incidents[0];
    const report = await fetch(`${api.address}/api/v1/incidents/${incident?.id}/report?format=md`);
    expect(await report.text()).toContain('CONFIRMED');
    const root = incident?.rootCauses[0]?.entity;
    const reach = await fetch(
      `${api.address}/api/v1/graph/dependents?entity=${encodeURIComponent(`${root?.kind}:${root?.key}`)}`,
    );
    expect(((await reach.json()) as { entities: readonly unknown[] }).entities.length).toBeGreaterThan(0);
  });

  it('counts requests by route', async () => {
    const page = await (await fetch(`${api.address}/metrics`)).text();
    expect(page).toMatch(/faultline_http_request_duration_seconds_count\{route="\/api\/v1\/incidents"/);
  });
});
