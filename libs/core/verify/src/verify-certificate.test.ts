import type { Certificate } from '@faultline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyCertificate } from './verify-certificate.js';

// o -[0]-> a -[2]-> z, o -[1]-> b -[3]-> z, and b -[4]-> a, which comes too late to matter.
const valid: Certificate = {
  schema: 'faultline.certificate/1',
  entities: [
    { id: 'o', kind: 'ip', key: 'o', cost: null },
    { id: 'a', kind: 'process', key: 'a', cost: 2 },
    { id: 'b', kind: 'process', key: 'b', cost: 3 },
    { id: 'z', kind: 'table', key: 'z', cost: null },
  ],
  links: [
    { id: 'oa', from: 'o', to: 'a', atUs: 10, seq: 0 },
    { id: 'ob', from: 'o', to: 'b', atUs: 10, seq: 1 },
    { id: 'az', from: 'a', to: 'z', atUs: 20, seq: 2 },
    { id: 'bz', from: 'b', to: 'z', atUs: 30, seq: 3 },
    { id: 'ba', from: 'b', to: 'a', atUs: 40, seq: 4 },
  ],
  origins: ['o'],
  impacts: [{ entity: 'z', seq: 3 }],
  removed: ['a', 'b'],
  cost: 5,
  lowerBound: 5,
  optimal: true,
  lowerBoundPaths: [
    ['oa', 'az'],
    ['ob', 'bz'],
  ],
  putBack: [
    { entity: 'a', path: ['oa', 'az'] },
    { entity: 'b', path: ['ob', 'bz'] },
  ],
};
const [oa, ob, az, bz, ba] = valid.links as [
  Certificate['links'][0],
  Certificate['links'][0],
  Certificate['links'][0],
  Certificate['links'][0],
  Certificate['links'][0],
];

const uncuttable: Certificate = {
  ...valid,
  entities: valid.entities.map((entity) => ({ ...entity, cost: null })),
  removed: [],
  cost: null,
  lowerBound: null,
  optimal: false,
  lowerBoundPaths: [],
  putBack: [],
  uncuttablePath: ['oa', 'az'],
};

const failed = (document: unknown) =>
  verifyCertificate(document)
    .checks.filter((check) => !check.ok)
    .map((check) => check.name);

describe('verifyCertificate', () => {
  it('accepts a right certificate', () => {
    expect(failed(valid)).toEqual([]);
    expect(verifyCertificate(valid).ok).toBe(true);
    expect(verifyCertificate(JSON.parse(JSON.stringify(valid))).ok).toBe(true);
  });

  it('accepts that nothing needs removing where no path is', () => {
    const none = {
      ...valid,
      links: [],
      removed: [],
      cost: 0,
      lowerBound: 0,
      lowerBoundPaths: [],
      putBack: [],
    };
    expect(failed(none)).toEqual([]);
  });

  it('accepts a set that is not claimed optimal', () => {
    expect(failed({ ...valid, lowerBound: 3, lowerBoundPaths: [['ob', 'bz']], optimal: false })).toEqual([]);
  });

  it('accepts a path of entities that cannot be removed', () => {
    expect(failed(uncuttable)).toEqual([]);
  });

  it.each<[string, Certificate, string]>([
    [
      'a removed entity dropped',
      { ...valid, removed: ['a'], cost: 2, putBack: valid.putBack.slice(0, 1) },
      'no path survives',
    ],
    [
      'a needless entity added',
      {
        ...valid,
        entities: [...valid.entities, { id: 'c', kind: 'x', key: 'c', cost: 0 }],
        removed: ['a', 'b', 'c'],
      },
      'every removal is needed',
    ],
    ['another cost claimed', { ...valid, cost: 4, lowerBound: 4 }, 'cost'],
    [
      'the cost of an entity changed',
      { ...valid, entities: valid.entities.map((e) => (e.id === 'a' ? { ...e, cost: 1 } : e)) },
      'cost',
    ],
    ['a bound that its paths do not force', { ...valid, lowerBoundPaths: [['oa', 'az']] }, 'lower bound'],
    ['a bound below what its paths force', { ...valid, lowerBound: 4, optimal: false }, 'lower bound'],
    [
      'optimality claimed with a gap',
      { ...valid, lowerBound: 3, lowerBoundPaths: [['ob', 'bz']] },
      'optimal',
    ],
    ['optimality denied without a gap', { ...valid, optimal: false }, 'optimal'],
    [
      'a path that runs back in time',
      {
        ...valid,
        lowerBoundPaths: [
          ['ob', 'ba', 'az'],
          ['ob', 'bz'],
        ],
      },
      'lower bound',
    ],
    [
      'a path with a gap',
      { ...valid, putBack: [{ entity: 'a', path: ['ob', 'az'] }, valid.putBack[1]!] },
      'every removal is needed',
    ],
    [
      'a path that starts at no origin',
      { ...valid, putBack: [{ entity: 'a', path: ['az'] }, valid.putBack[1]!] },
      'every removal is needed',
    ],
    [
      'an empty path',
      { ...valid, putBack: [{ entity: 'a', path: [] }, valid.putBack[1]!] },
      'every removal is needed',
    ],
    [
      'a path that ends before the impact',
      { ...valid, lowerBoundPaths: [['oa'], ['ob', 'bz']] },
      'lower bound',
    ],
    ['a path that ends after the impact', { ...valid, impacts: [{ entity: 'z', seq: 2 }] }, 'lower bound'],
    [
      'a link that does not exist on a path',
      {
        ...valid,
        lowerBoundPaths: [
          ['oa', 'xz'],
          ['ob', 'bz'],
        ],
      },
      'lower bound',
    ],
    ['an impact removed', { ...valid, removed: ['z'] }, 'removed'],
    [
      'an impact with a cost',
      { ...valid, entities: valid.entities.map((e) => (e.id === 'z' ? { ...e, cost: 1 } : e)) },
      'graph',
    ],
    ['an unknown entity removed', { ...valid, removed: ['a', 'b', 'q'] }, 'removed'],
    ['an entity removed twice', { ...valid, removed: ['a', 'b', 'b'] }, 'removed'],
    [
      'a put-back path shown twice',
      { ...valid, putBack: [...valid.putBack, valid.putBack[0]!] },
      'every removal is needed',
    ],
    [
      'a negative cost',
      { ...valid, entities: valid.entities.map((e) => (e.id === 'a' ? { ...e, cost: -2 } : e)) },
      'graph',
    ],
    ['two entities of one id', { ...valid, entities: [...valid.entities, valid.entities[1]!] }, 'graph'],
    ['two links of one id', { ...valid, links: [...valid.links, { ...ba, seq: 9 }] }, 'graph'],
    ['two links of one seq', { ...valid, links: [oa, ob, az, bz, { ...ba, seq: 3 }] }, 'graph'],
    ['an order that contradicts time', { ...valid, links: [oa, ob, { ...az, atUs: 5 }, bz, ba] }, 'graph'],
    [
      'a link to an unknown entity',
      { ...valid, links: [...valid.links, { id: 'x', from: 'b', to: 'q', atUs: 50, seq: 9 }] },
      'graph',
    ],
    ['an unknown origin', { ...valid, origins: ['o', 'q'] }, 'graph'],
    [
      'a link that opens a way past the set',
      { ...valid, links: [...valid.links, { id: 'oz', from: 'o', to: 'z', atUs: 5, seq: -1 }] },
      'no path survives',
    ],
    [
      'no reason for a cut that cannot be made',
      { ...valid, removed: [], cost: null, lowerBound: null, optimal: false },
      'uncuttable path',
    ],
    ['an uncuttable path that can be cut', { ...uncuttable, entities: valid.entities }, 'uncuttable path'],
    ['a bound beside an uncuttable path', { ...uncuttable, lowerBound: 1 }, 'no cut claimed'],
    ['an uncuttable path beside a cut', { ...valid, uncuttablePath: ['oa', 'az'] }, 'removed'],
  ])('rejects %s', (_, tampered, name) => {
    expect(failed(tampered)).toContain(name);
  });

  it('recomputes ids from kind and key when given a hash', () => {
    const sha256 = (text: string | Uint8Array) => `hash-of-${String(text)}`.padEnd(64, '0');
    const withIds: Certificate = JSON.parse(
      JSON.stringify(valid).replaceAll(/"(o|a|b|z)"(?=[,\]}])/g, (whole, key: string) => {
        const kind = valid.entities.find((entity) => entity.id === key)!.kind;
        return whole.replace(
          key,
          `${kind}:${sha256(JSON.stringify([kind, key])).slice(0, 24)}`.replaceAll('"', '\\"'),
        );
      }),
    ) as Certificate;
    const restored = {
      ...withIds,
      entities: withIds.entities.map((entity, i) => ({ ...entity, key: valid.entities[i]!.key })),
    };
    expect(verifyCertificate(restored, { sha256 }).checks.filter((check) => !check.ok)).toEqual([]);
    expect(verifyCertificate(valid, { sha256 }).checks.find((check) => check.name === 'entity ids')?.ok).toBe(
      false,
    );
  });
});

describe('verifyCertificate on hostile documents', () => {
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
  const circle: Record<string, unknown> = { schema: 'faultline.certificate/1' };
  circle['entities'] = [circle];
  const shared = Array.from({ length: 20_000 }, () => 'oa');

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'faultline.certificate/1'],
    ['a list nested 100,000 deep', nested(100_000)],
    ['a field nested 100,000 deep', { ...valid, lowerBoundPaths: nested(100_000) }],
    ['a circle', circle],
    [
      'one long list shared by many',
      { ...valid, lowerBoundPaths: Array.from({ length: 20_000 }, () => shared) },
    ],
    ['a list that claims to be huge', { ...valid, links: Array.from({ length: 6_000_000 }) }],
    ['NaN as cost', { ...valid, cost: NaN }],
    ['an infinite bound', { ...valid, lowerBound: Infinity }],
    ['a seq with a fraction', { ...valid, impacts: [{ entity: 'z', seq: 1.5 }] }],
    [
      'a getter that throws',
      Object.defineProperty({}, 'entities', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
    ],
    ['a name of a prototype', { ...valid, removed: ['__proto__'] }],
  ])('says no to %s', (_, document) => {
    const report = verifyCertificate(document);
    expect(report.ok).toBe(false);
    expect(report.checks.find((check) => !check.ok)?.detail).toMatch(/\w/);
  });

  it('always answers, whatever one value is changed to', () => {
    const places = flatten(valid);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.anything({ maxDepth: 2 }), (place, value) => {
        const changed = JSON.parse(JSON.stringify(valid)) as unknown;
        setAt(changed, place, value);
        const { ok, checks } = verifyCertificate(changed);
        expect(ok).toBe(checks.every((check) => check.ok));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives up on a lower bound that is too hard to check, and says so', () => {
    // 600 random sets of 3 out of 150 elements: far beyond the step limit.
    const middle = Array.from({ length: 150 }, (_, i) => `m${i}`);
    let state = 1;
    const pick = () => middle[(state = Math.imul(state, 48271) & 0x7fffffff) % middle.length]!;
    const rows = Array.from({ length: 600 }, () => [...new Set([pick(), pick(), pick()])]);
    const links: Certificate['links'] = [];
    const lowerBoundPaths = rows.map((row) => {
      const stops = ['o', ...row, 'z'];
      return stops.slice(1).map((to, k) => {
        const id = `l${links.length}`;
        links.push({ id, from: stops[k]!, to, atUs: 0, seq: links.length });
        return id;
      });
    });
    const cost = middle.length;
    const document: Certificate = {
      ...valid,
      entities: [
        valid.entities[0]!,
        valid.entities[3]!,
        ...middle.map((id) => ({ id, kind: 'm', key: id, cost: 1 })),
      ],
      links,
      impacts: [{ entity: 'z', seq: links.length }],
      removed: middle,
      cost,
      lowerBound: cost,
      lowerBoundPaths,
    };
    const bound = verifyCertificate(document).checks.find((check) => check.name === 'lower bound');
    expect(bound).toMatchObject({
      ok: false,
      detail: expect.stringContaining('unverifiable, not shown to be false: too large') as string,
    });
  });
});

type Place = readonly (string | number)[];

function flatten(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => flatten(child, [...at, key]));
}

function setAt(root: unknown, place: Place, value: unknown): void {
  let holder = root as Record<string, unknown>;
  for (const key of place.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[place.at(-1)!] = value;
}
