import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleAnalysis } from '@faultline/pipeline/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordId } from '@faultline/adapter-files';
import { memoryStorage } from '@faultline/adapter-memory';
import { chain } from '@faultline/runtime/testing';
import { type TestApi, testApi } from './testing/test-api.js';

let api: TestApi;
let consoleFolder: string;
const incident = 'i/1:x';

beforeAll(async () => {
  consoleFolder = await mkdtemp(join(tmpdir(), 'faultline-console-'));
  await mkdir(join(consoleFolder, 'assets'));
  await writeFile(join(consoleFolder, 'index.html'), '<!doctype html>console');
  await writeFile(join(consoleFolder, 'assets', 'main-abc.js'), 'export {};');
  const storage = memoryStorage();
  await storage.cases.saveAnalysis({
    analysis: sampleAnalysis([incident]),
    position: {},
    events: 0,
    savedAtUs: 1,
  });
  const entity = (key: string) => ({ id: `host:${key}`, kind: 'host', key, label: key });
  const link = (from: string, to: string, us: number) => ({
    id: `${from}${to}`,
    from: `host:${from}`,
    to: `host:${to}`,
    kind: 'flow',
    rule: 'r',
    basis: 'observed' as const,
    firstUs: us,
    lastUs: us,
    count: 1,
    events: [],
  });
  const snapshot = {
    hash: 'sha256:g',
    detail: 'instances-by-hour',
    truncated: false,
    entities: ['a', 'b', 'c'].map(entity),
    links: [link('a', 'b', 1), link('b', 'c', 2)],
  } as const;
  await storage.graph.save(snapshot, { knownAtUs: 1, position: {} });
  api = await testApi(storage, consoleFolder);
});
afterAll(async () => {
  await api.close();
  await rm(consoleFolder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers });

describe('incidents', () => {
  it('lists them with inputs, unknowns, graph and state', async () => {
    const answer = (await get('/api/v1/incidents')).json();
    expect(answer).toMatchObject({
      incidents: [{ id: incident }],
      inputs: [],
      unknowns: [],
      graph: { hash: 'sha256:sample' },
      analysis: { state: 'idle' },
    });
  });

  it('sends the list again only when it has changed', async () => {
    const first = await get('/api/v1/incidents');
    const again = await get('/api/v1/incidents', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('gives each and its parts', async () => {
    const base = `/api/v1/incidents/${encodeURIComponent(incident)}`;
    expect((await get(base)).json()).toMatchObject({ id: incident, events: {} });
    expect((await get(`${base}/graph`)).json()).toHaveProperty('links');
    expect((await get(`${base}/breakpoints`)).json()).toHaveProperty('single');
    expect((await get(`${base}/evidence`)).json()).toEqual({ rootCauses: [], originNotObserved: 1 });
    expect((await get(`${base}/certificate`)).json()).toMatchObject({ schema: 'faultline.certificate/1' });
    const html = await get(`${base}/report?format=html`);
    expect(html.headers['content-type']).toContain('text/html');
    expect(html.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await get(`${base}/report?format=md`)).headers['content-type']).toContain('text/markdown');
    expect((await get(`${base}/report?format=pdf`)).statusCode).toBe(400);
  });

  it('answers a problem for an incident that is not there', async () => {
    for (const part of ['', '/graph', '/breakpoints', '/evidence', '/certificate', '/report']) {
      const answer = await get(`/api/v1/incidents/none${part}`);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({
        code: 'FL_NOT_FOUND',
        status: 404,
        detail: 'There is no incident none.',
        remedy: expect.any(String),
      });
    }
  });
});

describe('the graph', () => {
  it('finds entities, dependents and paths by kind and key', async () => {
    expect((await get('/api/v1/graph/entities?q=b')).json()).toMatchObject({ entities: [{ key: 'b' }] });
    const down = (await get('/api/v1/graph/dependents?entity=host:a')).json<{
      entities: { entity: { key: string } }[];
    }>();
    expect(down.entities.map(({ entity }) => entity.key)).toEqual(['b', 'c']);
    const up = (await get('/api/v1/graph/dependents?entity=host:c&direction=upstream&asOf=1')).json<{
      entities: unknown[];
    }>();
    expect(up.entities).toEqual([]);
    expect((await get('/api/v1/graph/paths?from=host:a&to=host:c')).json()).toMatchObject({
      paths: [{ links: [{ firstUs: 1 }, { firstUs: 2 }] }],
      truncated: false,
    });
    expect(
      (await get('/api/v1/graph/paths?from=host:a&to=host:c&asOf=1970-01-01T00:00:00Z')).json(),
    ).toMatchObject({ paths: [] });
  });

  it('says what it does not know or understand', async () => {
    expect((await get('/api/v1/graph/paths?from=host:a&to=host:none')).statusCode).toBe(404);
    for (const url of [
      '/api/v1/graph/paths?from=host:a',
      '/api/v1/graph/dependents?entity=nocolon',
      '/api/v1/graph/entities?limit=0',
      '/api/v1/graph/dependents?entity=host:a&asOf=yesterday',
      '/api/v1/graph/entities?q=a&q=b',
    ]) {
      const answer = await get(url);
      expect([url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        url,
        400,
        'FL_REQUEST_INVALID',
      ]);
    }
  });
});

describe('events', () => {
  it('shows an event with its raw record', async () => {
    await api.app.inject({
      method: 'POST',
      url: '/api/v1/records?source=links',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: chain.join('\n'),
    });
    const id = recordId(Buffer.from(chain[0] ?? ''));
    const answer = (await get(`/api/v1/events/${id}`)).json();
    expect(answer).toMatchObject({
      id,
      path: 'links',
      line: 1,
      raw: chain[0],
      event: { kind: 'link' },
      unmapped: {},
    });
    expect((await get('/api/v1/events/none')).statusCode).toBe(404);
  });

  it('reads a line of a table with the header of its table', async () => {
    const payload = 'time,name,host,colour\n2026-01-01T00:00:00Z,Login failed,web-1,blue\n';
    const headers = { 'content-type': 'text/csv' };
    const summary = await api.app.inject({
      method: 'POST',
      url: '/api/v1/records?source=alerts.csv',
      headers,
      payload,
    });
    expect(summary.json()).toMatchObject({ records: 1, accepted: 1 });
    const id = recordId(Buffer.from(payload.split('\n')[1] ?? ''));
    expect((await get(`/api/v1/events/${id}`)).json()).toMatchObject({
      unmapped: { colour: 'blue' },
      raw: '2026-01-01T00:00:00Z,Login failed,web-1,blue',
    });
  });

  it('streams the state of the analysis at once', async () => {
    await api.app.listen(0, '127.0.0.1');
    const stop = new AbortController();
    const response = await fetch(`${await api.app.getUrl()}/api/v1/events/stream`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes('data:')) break;
    }
    stop.abort();
    expect(text).toMatch(/event: analysis/);
  });
});

describe('the rim', () => {
  it('answers health', async () => {
    for (const url of ['/health', '/health/live', '/health/ready', '/api/v1/health/ready']) {
      expect([(await get(url)).statusCode, (await get(url)).json<{ status: string }>().status]).toEqual([
        200,
        'ok',
      ]);
    }
  });

  it('answers a problem for what is not there', async () => {
    for (const url of [
      '/api/v1/nothing',
      '/api',
      '/nothing',
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/none.js',
      '/%00',
    ]) {
      const answer = await get(url);
      expect([url, answer.statusCode]).toEqual([url, 404]);
      expect(answer.json()).toMatchObject({ code: 'FL_NOT_FOUND' });
    }
    expect((await api.app.inject({ method: 'DELETE', url: '/api/v1/incidents' })).statusCode).toBe(404);
  });

  it('serves the console, cached as its names allow', async () => {
    const page = await get('/');
    expect(page.body).toContain('console');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = await get('/assets/main-abc.js');
    expect(script.headers['content-type']).toContain('text/javascript');
    expect(script.headers['cache-control']).toContain('immutable');
    expect(
      (await get('/assets/main-abc.js', { 'if-none-match': String(script.headers.etag) })).statusCode,
    ).toBe(304);
    expect((await get('/incidents/1', { accept: 'text/html' })).body).toContain('console');
  });

  it('says how to build a console that is not there', async () => {
    const bare = await testApi();
    const page = await bare.app.inject('/');
    expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('npm run build')]);
    await bare.close();
  });

  it('answers only to names of this machine', async () => {
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example:8080',
      '10.0.0.1',
    ]) {
      expect([host, (await get('/health', { host })).statusCode]).toEqual([host, 421]);
    }
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:8080', 'LOCALHOST:1', 'faultline.example']) {
      expect([host, (await get('/health', { host })).statusCode]).toEqual([host, 200]);
    }
  });

  it('lets no foreign page change anything', async () => {
    const post = (headers: Record<string, string>) =>
      api.app.inject({ method: 'POST', url: '/api/v1/rejected/replay', headers, payload: 'x' });
    expect((await post({ 'content-type': 'text/plain', origin: 'http://evil.example' })).statusCode).toBe(
      403,
    );
    expect((await post({ 'content-type': 'text/plain', origin: 'null' })).statusCode).toBe(403);
    expect((await post({ 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
      403,
    );
    expect((await post({ 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(415);
    expect((await post({ 'content-type': 'multipart/form-data; boundary=x' })).statusCode).toBe(415);
    expect(
      (await post({ 'content-type': 'text/plain', host: 'localhost:8080', origin: 'http://localhost:8080' }))
        .statusCode,
    ).toBe(200);
  });

  it('sends headers that keep browsers careful, and no permission for other origins', async () => {
    const { headers } = await get('/api/v1/rejected', { origin: 'http://evil.example' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('answers 503 with a code when the database is gone', async () => {
    const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const broken = { end: () => Promise.reject(gone), get: () => Promise.reject(gone) };
    const storage = memoryStorage();
    const bare = await testApi(storage);
    Object.assign(bare.pipeline.storage.events, broken);
    expect((await bare.app.inject('/health/ready')).statusCode).toBe(503);
    expect((await bare.app.inject('/health/live')).statusCode).toBe(200);
    expect((await bare.app.inject('/api/v1/events/x')).json()).toMatchObject({
      status: 503,
      code: 'FL_DATABASE_UNAVAILABLE',
    });
    await bare.close();
  });
});
