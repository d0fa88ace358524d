import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BODY_BYTES_MAX, type TestApi, testApi } from './testing/test-api.js';
import { chain, manyLines } from '@faultline/runtime/testing';

const ndjson = { 'content-type': 'application/x-ndjson' };
let api: TestApi;
beforeEach(async () => {
  api = await testApi();
});
afterEach(() => api.close());

function send(payload: string | Buffer, headers: Record<string, string> = ndjson, query = '') {
  return api.app.inject({ method: 'POST', url: `/api/v1/records${query}`, headers, payload });
}

describe('POST /api/v1/records', () => {
  it('answers what became of every record', async () => {
    const answer = await send(`${chain.join('\n')}\n{broken\n`, ndjson, '?source=siem-1');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      path: 'siem-1',
      kind: 'graph',
      complete: true,
      records: 3,
      accepted: 2,
      duplicate: 0,
      rejected: 1,
      rejectedKept: 1,
      rejectedRecords: [{ line: 3, code: 'FL_RECORD_SYNTAX', excerpt: '{broken' }],
    });
  });

  it('counts the same records as duplicates the second time, also in other company and within one body', async () => {
    await send(chain.join('\n'));
    expect((await send(chain.join('\n'))).json()).toMatchObject({ accepted: 0, duplicate: 2 });
    expect((await send([chain[0], chain[0], ...manyLines(2).split('\n')].join('\n'))).json()).toMatchObject({
      records: 4,
      accepted: 2,
      duplicate: 2,
    });
    expect(await api.pipeline.storage.events.count()).toBe(4);
  });

  it('reads gzip, whether it is announced or not, and any text type', async () => {
    const body = gzipSync(chain.join('\n'));
    expect((await send(body, { ...ndjson, 'content-encoding': 'gzip' })).json()).toMatchObject({
      accepted: 2,
    });
    expect((await send(body, { 'content-type': 'application/gzip' })).json()).toMatchObject({ duplicate: 2 });
    expect((await send(chain.join('\n'), { 'content-type': 'text/plain' })).json()).toMatchObject({
      duplicate: 2,
    });
  });

  it('keeps what came before the damage in a gzip, and says so', async () => {
    const whole = gzipSync(manyLines(20_000));
    const answer = await send(whole.subarray(0, whole.length >> 1), {
      ...ndjson,
      'content-encoding': 'gzip',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json<{ code: string; summary: { accepted: number; complete: boolean } }>();
    expect(problem).toMatchObject({ code: 'FL_SOURCE_TRUNCATED', summary: { complete: false } });
    expect(problem.summary.accepted).toBeGreaterThan(1_000);
    expect(await api.pipeline.storage.raw.count()).toBe(problem.summary.accepted);
  });

  it('refuses what is announced as gzip and is not', async () => {
    for (const body of [chain.join('\n'), '\x1f', Buffer.of(0x1f, 0x8c, 1)]) {
      const answer = await send(body, { ...ndjson, 'content-encoding': 'gzip' });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'FL_SOURCE_TRUNCATED']);
    }
    expect((await send('x', { ...ndjson, 'content-encoding': 'br' })).statusCode).toBe(415);
  });

  it('survives bodies that mean harm', async () => {
    const bodies = [
      Buffer.alloc(10_000),
      '[['.repeat(50_000),
      `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}`,
      '{"__proto__":{"polluted":true}}',
      Buffer.of(0xff, 0xfe, 0x41, 0x00),
      '\ud800'.repeat(10),
      'x'.repeat(200_000),
      '\n\n\r\n \t\n',
    ];
    for (const body of bodies) {
      const answer = await send(body);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ accepted: 0 });
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
    const list = (await api.app.inject('/api/v1/rejected')).json<{ total: number; records: unknown[] }>();
    expect(list.records).toHaveLength(list.total);
  });

  it('stops at a body that is too long, announced or not, and keeps what came before', async () => {
    const long = manyLines(20_000);
    expect(long.length).toBeGreaterThan(BODY_BYTES_MAX);
    const announced = await send(long);
    expect([announced.statusCode, announced.json<{ code: string }>().code]).toEqual([
      413,
      'FL_REQUEST_TOO_LARGE',
    ]);
    const bomb = await send(gzipSync(Buffer.alloc(BODY_BYTES_MAX * 40, `${'a'.repeat(9_999)}\n`)), {
      ...ndjson,
      'content-encoding': 'gzip',
    });
    expect([bomb.statusCode, bomb.json<{ code: string }>().code]).toEqual([413, 'FL_SOURCE_BOMB']);
  });

  it('counts a flood of rejected records and keeps the first ones', async () => {
    const answer = await send(gzipSync(Array.from({ length: 12_000 }, (_, n) => `x${n}`).join('\n')), {
      ...ndjson,
      'content-encoding': 'gzip',
    });
    expect(answer.json()).toMatchObject({
      rejected: 12_000,
      rejectedKept: 10_000,
      rejectedListTruncated: true,
    });
    expect(answer.json<{ rejectedRecords: unknown[] }>().rejectedRecords).toHaveLength(100);
    expect(await api.pipeline.storage.rejected.count()).toBe(10_000);
  });

  it('tries only the kind that is asked for, and names a kind it does not know', async () => {
    expect((await send(chain.join('\n'), ndjson, '?kind=auth')).json()).toMatchObject({
      accepted: 0,
      rejected: 2,
    });
    const unknown = await send('x', ndjson, '?kind=nonsense');
    expect(unknown.statusCode).toBe(400);
    expect(unknown.json()).toMatchObject({
      code: 'FL_REQUEST_INVALID',
      message: expect.stringContaining('kind'),
    });
  });

  it('never keeps a bearer token', async () => {
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ';
    await send(`{"not":"known","authorization":"Bearer ${token}"}\nbroken ${token}\n`);
    const { records } = await api.pipeline.storage.rejected.list({ after: null, limit: 9 });
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      expect(JSON.stringify(record.rejected)).not.toContain('c2lnbmF0dXJl');
      expect(Buffer.from(record.raw ?? []).toString()).not.toContain('c2lnbmF0dXJl');
    }
  });

  it('replays rejected records, and those that are understood now leave the list', async () => {
    await send(chain.join('\n'), ndjson, '?kind=auth');
    await send('{broken');
    const replay = await api.app.inject({ method: 'POST', url: '/api/v1/rejected/replay' });
    expect(replay.json()).toEqual({ tried: 3, accepted: 2, rejected: 1, notReplayable: 0 });
    expect((await api.app.inject('/api/v1/rejected')).json()).toMatchObject({ total: 1, next: null });
    expect(await api.pipeline.storage.events.count()).toBe(2);
  });

  it('pages the rejected records', async () => {
    await send('{a\n{b\n{c\n');
    const first = (await api.app.inject('/api/v1/rejected?limit=2')).json<{
      next: string;
      records: { excerpt: string }[];
    }>();
    expect(first.records.map(({ excerpt }) => excerpt)).toEqual(['{a', '{b']);
    const second = (await api.app.inject(`/api/v1/rejected?limit=2&after=${first.next}`)).json<{
      next: null;
      records: { excerpt: string }[];
    }>();
    expect([second.records.map(({ excerpt }) => excerpt), second.next]).toEqual([['{c'], null]);
  });
});
