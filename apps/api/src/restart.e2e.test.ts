import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, openPostgresStorage, startEmbeddedServer } from '@faultline/adapter-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chain, manyLines } from '@faultline/runtime/testing';
import { testApi } from './testing/test-api.js';

let dataDir: string;
let server: EmbeddedServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'faultline-api-'));
  await chmod(dataDir, 0o711);
  server = await startEmbeddedServer(dataDir);
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const post = {
  method: 'POST',
  url: '/api/v1/records?source=links',
  headers: { 'content-type': 'application/x-ndjson' },
} as const;

describe('the API on PostgreSQL', () => {
  it('serves the same answer after a restart, at once, and takes nothing twice', async () => {
    const first = await testApi(await openPostgresStorage(server.url));
    expect(
      (await first.app.inject({ ...post, payload: `${chain.join('\n')}\n{broken` })).json(),
    ).toMatchObject({ accepted: 2, rejected: 1 });
    await first.pipeline.analysis.settled();
    const before = (await first.app.inject('/api/v1/incidents')).json<{
      graph: { links: number };
      inputs: unknown[];
    }>();
    expect(before).toMatchObject({
      graph: { entities: 3, links: 2 },
      inputs: [{ path: 'links', kind: 'graph', records: 3, events: 2, rejected: 1 }],
    });
    await first.close();

    const second = await testApi(await openPostgresStorage(server.url));
    expect((await second.app.inject('/api/v1/incidents')).json()).toEqual(before);
    expect((await second.app.inject('/api/v1/graph/paths?from=host:a&to=host:c')).json()).toMatchObject({
      paths: [{ entities: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] }],
    });
    expect(
      (await second.app.inject({ ...post, payload: `${chain.join('\n')}\n{broken` })).json(),
    ).toMatchObject({ accepted: 0, duplicate: 2 });
    await second.pipeline.analysis.settled();
    expect((await second.app.inject('/api/v1/incidents')).json()).toMatchObject({
      graph: { links: 2 },
      inputs: [{ path: 'links' }],
    });
    expect((await second.app.inject('/api/v1/sources')).json()).toMatchObject({ sources: [{ records: 3 }] });
    expect((await second.app.inject('/api/v1/rejected')).json()).toMatchObject({ total: 1 });
    await second.close();
  });

  it('catches up with records that were stored when the process was killed', async () => {
    const killed = await openPostgresStorage(server.url);
    const writer = await testApi(killed);
    await writer.pipeline.analysis.close();
    await writer.app.inject({ ...post, payload: manyLines(50) });
    await writer.close();

    const next = await testApi(await openPostgresStorage(server.url));
    await next.pipeline.analysis.settled();
    expect((await next.app.inject('/api/v1/incidents')).json()).toMatchObject({
      graph: { links: 52 },
      analysis: { state: 'idle' },
    });
    await next.close();
  });

  it('takes the same records from many senders at once, once', async () => {
    const api = await testApi(await openPostgresStorage(server.url));
    const body = manyLines(5_000);
    const reversed = body.split('\n').reverse().join('\n');
    const answers = await Promise.all(
      [body, reversed, body, reversed].map((payload) => api.app.inject({ ...post, payload })),
    );
    const accepted = answers.map((answer) => answer.json<{ accepted: number }>().accepted);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(accepted.reduce((sum, count) => sum + count, 0)).toBe(4_950);
    await api.close();
  });
});
