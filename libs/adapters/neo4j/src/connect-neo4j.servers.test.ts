import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectNeo4j } from './connect-neo4j.js';
import { graphDatabase, type GraphDatabase, text } from './testing/graph-database.js';

describe('connectNeo4j', () => {
  let database: GraphDatabase;
  beforeAll(async () => {
    database = await graphDatabase();
  });
  afterAll(() => database.stop());

  const failure = async (change: Readonly<Record<string, string>>, timeoutMs = 2_000) => {
    const error: unknown = await connectNeo4j({ ...database.settings, ...change }, { timeoutMs }).then(
      (session) => session.close(),
      (reason: unknown) => reason,
    );
    expect(String(error)).not.toContain(change['password'] ?? database.settings.password);
    return error;
  };

  it('says that the log-in is refused, without the password', async () => {
    const error = await failure({ password: 'not-the-pass-word' });
    expect(error).toMatchObject({
      code: 'FL_NEO4J_DENIED',
      message: expect.stringContaining('NEO4J_PASSWORD'),
    });
  });

  it('says that the database is missing', async () => {
    const error = await failure({ database: 'nosuchgraph' });
    expect(error).toMatchObject({
      code: 'FL_NEO4J_DATABASE_MISSING',
      message: expect.stringContaining('"nosuchgraph"'),
    });
  });

  it('gives up on a port where nobody listens', async () => {
    expect(await failure({ url: 'bolt://127.0.0.1:1' })).toMatchObject({
      code: 'FL_NEO4J_UNAVAILABLE',
      message: expect.stringContaining('NEO4J_URL'),
    });
  });

  it('gives up on a server that takes the connection and says nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    try {
      expect(await failure({ url: `bolt://127.0.0.1:${port}` })).toMatchObject({
        code: 'FL_NEO4J_UNAVAILABLE',
      });
    } finally {
      silent.close();
    }
  });

  it('gives up on an address that is none', async () => {
    expect(await failure({ url: 'http://127.0.0.1:7474' })).toMatchObject({ code: 'FL_NEO4J_UNAVAILABLE' });
  });

  it('refuses a database of a newer version and changes nothing, and migrates once', async () => {
    await database.session.run(text(`CREATE (:SchemaMigration {number: 9999, name: 'of-tomorrow'})`));
    try {
      expect(await failure({}, 15_000)).toMatchObject({
        code: 'FL_NEO4J_NEWER_SCHEMA',
        message: expect.stringContaining('9999 of-tomorrow'),
      });
    } finally {
      await database.session.run(text('MATCH (step:SchemaMigration {number: 9999}) DELETE step'));
    }
    const again = await connectNeo4j(database.settings);
    const steps = await again.read((runner) =>
      runner.run<{ number: number }>(text('MATCH (step:SchemaMigration) RETURN step.number AS number')),
    );
    await again.close();
    expect(steps).toEqual([{ number: 1 }]);
  });
});
