import { forgedTokens } from '@faultline/report/testing';
import { describe, expect, it } from 'vitest';
import { detailAnswer, emptyListAnswer, listAnswer } from '../testing/api-answers.js';
import { apiUrl, getJson } from './client.js';
import { dependentsSchema, incidentDetailSchema, incidentListSchema, pathsSchema } from './schemas.js';

const answering =
  (body: unknown, status = 200): typeof fetch =>
  () =>
    Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
const { signal } = new AbortController();

describe('getJson', () => {
  it('takes the answers of the contract', async () => {
    expect(await getJson('u', incidentListSchema, signal, answering(listAnswer()))).toMatchObject({
      kind: 'data',
      data: listAnswer(),
    });
    expect(await getJson('u', incidentListSchema, signal, answering(emptyListAnswer))).toMatchObject({
      kind: 'data',
      data: { incidents: [] },
    });
    expect(
      await getJson('u', incidentDetailSchema, signal, answering(detailAnswer(forgedTokens()))),
    ).toMatchObject({ kind: 'data', data: detailAnswer(forgedTokens()) });
  });

  it('says what failed and what to do', async () => {
    const problem = {
      title: 'Database unavailable',
      detail: 'no answer',
      code: 'FL_DATABASE_UNAVAILABLE',
      remedy: 'Check that PostgreSQL runs, then try again.',
    };
    expect(await getJson('u', incidentListSchema, signal, answering(problem, 503))).toEqual({
      kind: 'trouble',
      trouble: problem,
    });
    expect(await getJson('u', incidentListSchema, signal, answering('<html>', 502))).toMatchObject({
      kind: 'trouble',
      trouble: { title: 'The server answered 502' },
    });
    expect(await getJson('u', incidentListSchema, signal, answering('<html>'))).toMatchObject({
      kind: 'trouble',
      trouble: { title: 'The answer is not JSON' },
    });
    expect(await getJson('u', incidentListSchema, signal, answering({ incidents: 1 }))).toMatchObject({
      kind: 'trouble',
      trouble: { title: 'The answer has an unexpected shape' },
    });
    expect(
      await getJson('u', incidentListSchema, signal, () => Promise.reject(new TypeError('failed to fetch'))),
    ).toMatchObject({ kind: 'trouble', trouble: { title: 'The server does not answer' } });
  });

  it('takes the answers of graph queries', async () => {
    const entity = { id: 'file:1', kind: 'file', key: 'a', label: 'a' };
    const link = {
      id: 'l',
      from: 'file:1',
      to: 'file:2',
      kind: 'wrote',
      rule: 'r',
      basis: 'observed',
      firstUs: 1,
      lastUs: 2,
      count: 3,
      events: [],
    };
    const reach = {
      entity,
      direction: 'upstream',
      entities: [{ entity, hops: 2, boundUs: null, via: 'l' }],
      links: [link],
      truncated: false,
    };
    const paths = {
      from: entity,
      to: entity,
      paths: [{ entities: [entity, entity], links: [link] }],
      truncated: true,
    };
    expect(await getJson('u', dependentsSchema, signal, answering(reach))).toMatchObject({
      kind: 'data',
      data: { entities: [{ hops: 2 }] },
    });
    expect(await getJson('u', pathsSchema, signal, answering(paths))).toMatchObject({
      kind: 'data',
      data: { paths: [{ links: [{ count: 3 }] }] },
    });
  });

  it('escapes what it asks for', () => {
    expect(apiUrl('graph/paths', { from: 'url:http://a/?b&c', to: 'x' })).toBe(
      './api/v1/graph/paths?from=url%3Ahttp%3A%2F%2Fa%2F%3Fb%26c&to=x',
    );
  });
});
