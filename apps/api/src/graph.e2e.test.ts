import { memoryStorage } from '@faultline/adapter-memory';
import { type AggregatedLink, type GraphSnapshot, HISTORY_US } from '@faultline/graph';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApi, testApi } from './testing/test-api.js';

const T1 = 1_790_000_000_000_000;
const T2 = T1 + 60_000_000;
let api: TestApi;

const entity = (kind: string, key: string) => ({ id: `${kind}:${key}-id`, kind, key, label: key });
const link = (from: string, to: string, us: number): AggregatedLink => {
  const what = { kind: 'flow', rule: 'r', basis: 'observed', count: 1, events: [] } as const;
  return { id: `${from}${to}`, from: `${from}-id`, to: `${to}-id`, ...what, firstUs: us, lastUs: us };
};
const entities = [
  entity('build', 'b'),
  ...['a', 'b'].map((key) => entity('service', key)),
  entity('request', 'r'),
  entity('row-group', 'public.t'),
];
const first: GraphSnapshot = {
  hash: 'sha256:1',
  detail: 'classes-by-hour',
  truncated: false,
  entities,
  links: [
    link('build:b', 'service:a', 1),
    link('build:b', 'service:b', 2),
    link('service:a', 'request:r', 3),
  ],
};
const second: GraphSnapshot = {
  ...first,
  hash: 'sha256:2',
  links: [...first.links, link('request:r', 'row-group:public.t', 4)],
};

beforeAll(async () => {
  const storage = memoryStorage();
  await storage.graph.save(first, { knownAtUs: T1, position: { 0: 1 } });
  await storage.graph.save(second, { knownAtUs: T2, position: { 0: 2 } });
  api = await testApi(storage);
});
afterAll(() => api.close());

const get = (url: string) => api.app.inject(`/api/v1/graph/${url}`);
async function json<T>(url: string): Promise<T> {
  const answer = await get(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json<T>();
}
interface Found {
  readonly entities: readonly { readonly entity: { readonly key: string } }[];
}
const keysOf = async (url: string) => (await json<Found>(url)).entities.map((each) => each.entity.key);

describe('questions to the graph', () => {
  it('says what the graph is made from and how far back it remembers', async () => {
    expect(await json('state')).toEqual({
      state: {
        hash: 'sha256:2',
        detail: 'classes-by-hour',
        truncated: false,
        entities: 5,
        links: 4,
        knownAtUs: T2,
        position: { 0: 2 },
      },
      rememberedSinceUs: T2 - HISTORY_US,
    });
    const empty = await testApi();
    const answer = await empty.app.inject('/api/v1/graph/state');
    await empty.close();
    expect(answer.json()).toEqual({ state: null, rememberedSinceUs: null });
  });

  it('answers as the graph was known then', async () => {
    expect(await keysOf('dependents?entity=service:a')).toEqual(['r', 'public.t']);
    expect(await keysOf(`dependents?entity=service:a&knownAt=${T1}`)).toEqual(['r']);
    expect(await keysOf(`dependents?entity=service:a&knownAt=${T1 + 1_000_000}&asOf=2`)).toEqual([]);
    const then = new Date(T1 / 1_000).toISOString();
    expect(await json(`paths?from=build:b&to=row-group:public.t&knownAt=${then}`)).toMatchObject({
      paths: [],
    });
    expect(await json(`paths?from=build:b&to=row-group:public.t&knownAt=${T2}`)).toMatchObject({
      paths: [{ links: [{}, {}, {}] }],
    });
    expect((await get(`dependents?entity=service:a&knownAt=${T1 - 1}`)).statusCode).toBe(404);
  });

  it('sums up what an entity could have influenced', async () => {
    const radius = await json('blast-radius?entity=build:b&nearest=1');
    expect(radius).toMatchObject({
      entity: { key: 'b', kind: 'build' },
      count: 4,
      truncated: false,
      kinds: [
        { kind: 'service', lasting: true, count: 2, hops: 1, nearest: [{ entity: { key: 'a' }, hops: 1 }] },
        { kind: 'row-group', lasting: true, count: 1, hops: 3 },
        { kind: 'request', lasting: false, count: 1, hops: 2 },
      ],
    });
    expect(await json(`blast-radius?entity=build:b&knownAt=${T1}`)).toMatchObject({ count: 3 });
  });

  it('names what could have influenced several entities', async () => {
    expect(await json('common-causes?entity=request:r&entity=service:b')).toMatchObject({
      entities: [{ key: 'r' }, { key: 'b' }],
      causes: [{ entity: { kind: 'build' }, hops: [2, 1], boundUs: 1 }],
      truncated: false,
    });
  });

  it('finds the class of an entity that a coarse graph does not hold by itself', async () => {
    expect(await json('blast-radius?entity=row:public.t/id=1')).toMatchObject({
      entity: { kind: 'row-group', key: 'public.t' },
    });
    const none = await get('blast-radius?entity=row:public.other/id=1');
    expect([none.statusCode, none.json<{ detail: string }>().detail]).toEqual([
      404,
      expect.stringContaining('holds most entities as classes'),
    ]);
  });

  it.each([
    ['blast-radius', 'entity'],
    ['blast-radius?entity=build:b&nearest=101', 'nearest'],
    ['blast-radius?entity=build:b&knownAt=then', 'knownAt'],
    ['common-causes?entity=build:b', 'entity'],
    [`common-causes?${Array.from({ length: 9 }, () => 'entity=build:b').join('&')}`, 'entity'],
    ['common-causes?entity=build:b&entity=nocolon', 'entity'],
    [`paths?from=build:b&to=request:r&knownAt=${T2 - HISTORY_US - 1}`, 'knownAt'],
  ])('refuses %s and names the parameter', async (url, parameter) => {
    const answer = await get(url);
    const { code, detail } = answer.json<{ code: string; detail: string }>();
    expect([answer.statusCode, code]).toEqual([400, 'FL_REQUEST_INVALID']);
    expect(detail).toContain(parameter);
  });
});
