// Our save of a graph against the driver's bare UNWIND of the same rows: `node bench/neo4j/run.mjs [entities] [links] [rounds]`. Starts a Neo4j of its own.
import { createHash } from 'node:crypto';
import { connectNeo4j, Neo4jGraphStore } from '@faultline/adapter-neo4j';
import { startNeo4j } from '@faultline/test-servers';
import neo4j from 'neo4j-driver';
import { plantedSnapshot } from './planted-snapshot.mjs';
import { bareWriter } from './bare-writer.mjs';
import { cpuTimeMs } from './cpu-time.mjs';

const [entityCount = 50_000, linkCount = 50_000, rounds = 3] = process.argv.slice(2).map(Number);
const snapshot = plantedSnapshot(entityCount, linkCount);
const dataHash = createHash('sha256').update(JSON.stringify(snapshot)).digest('hex');

const server = await startNeo4j({ optimise: 'throughput' });
const settings = { url: server.url, user: server.user, password: server.password, database: 'neo4j' };
const session = await connectNeo4j(settings, { timeoutMs: 60_000 });
const driver = neo4j.driver(server.url, neo4j.auth.basic(server.user, server.password), {
  disableLosslessIntegers: true,
});
const bare = bareWriter(driver);

async function query(text) {
  const one = driver.session();
  try {
    return await one.run(text);
  } finally {
    await one.close();
  }
}

async function clear() {
  for (const label of ['Entity', 'GraphState', 'Bare'])
    await query(`MATCH (n:${label}) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`);
}

async function timed(work) {
  await clear();
  const start = performance.now();
  const cpuStart = cpuTimeMs(server.pid);
  await work();
  return {
    ms: performance.now() - start,
    cpuMs: cpuStart === null ? null : cpuTimeMs(server.pid) - cpuStart,
  };
}

const seen = { ours: [], bare: [] };
const sides = {
  ours: () =>
    new Neo4jGraphStore(session).save(snapshot, { knownAtUs: 1_767_225_600_000_000, position: { 0: 1 } }),
  bare: () => bare.write(snapshot),
};

try {
  const { records, summary } = await query('CALL dbms.components() YIELD edition RETURN edition');
  await bare.prepare();
  // The server compiles its plans and itself while the first graphs are written.
  for (const side of ['bare', 'ours', 'bare', 'ours']) await timed(sides[side]);
  for (let round = 0; round < rounds; round++)
    for (const side of ['ours', 'bare', 'bare', 'ours']) seen[side].push(await timed(sides[side]));
  // What a later analysis costs: the same graph with one link in a hundred changed.
  await clear();
  const store = new Neo4jGraphStore(session);
  await store.save(snapshot, { knownAtUs: 1_767_225_600_000_000, position: {} });
  const changed = snapshot.links.map((link, index) =>
    index % 100 === 0 ? { ...link, count: link.count + 1 } : link,
  );
  const start = performance.now();
  const next = { ...snapshot, hash: 'sha256:next', links: changed };
  const changes = await store.save(next, { knownAtUs: 1_767_225_601_000_000, position: {} });
  const againMs = performance.now() - start;
  const middle = (side, unit) =>
    seen[side].map((run) => run[unit]).sort((a, b) => a - b)[Math.floor(seen[side].length / 2)];
  const ratio = (unit) => Number((middle('bare', unit) / middle('ours', unit)).toFixed(2));
  const rows = entityCount + linkCount;
  process.stdout.write(
    `${JSON.stringify(
      {
        server: `${summary.server.agent} ${records[0]?.get('edition')}`,
        driver: 'neo4j-driver 6.3.0',
        node: process.version,
        entities: entityCount,
        links: linkCount,
        dataHash: `sha256:${dataHash}`,
        oursMs: seen.ours.map(({ ms }) => Math.round(ms)),
        bareMs: seen.bare.map(({ ms }) => Math.round(ms)),
        oursRowsPerSecond: Math.round((rows / middle('ours', 'ms')) * 1000),
        bareRowsPerSecond: Math.round((rows / middle('bare', 'ms')) * 1000),
        ratio: ratio('ms'),
        cpuRatio: ratio('cpuMs'),
        secondSave: { ms: Math.round(againMs), linksUpdated: changes.links.updated },
      },
      null,
      2,
    )}\n`,
  );
} finally {
  await driver.close();
  await session.close();
  await server.stop();
}
