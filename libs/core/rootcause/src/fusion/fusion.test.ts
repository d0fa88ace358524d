import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceStatus } from '@faultline/model';
import type { Candidate } from './candidates.js';
import { familyRatios, missingFamilies } from './family-ratios.js';
import { fusionParameters } from './fusion-parameters.js';
import { fuse } from './posterior.js';
import { verdictOf } from './verdict.js';

const evidence = (
  family: string,
  e: number,
  status: EvidenceStatus = 'SIGNIFICANT',
  test = family,
): Evidence => ({ family, test, status, p: null, e, n: 1, events: [], reason: '' });

function candidate(
  entity: number,
  originMass: number,
  list: readonly Evidence[] = [],
  upstream: readonly number[] = [],
): Candidate {
  return {
    entity,
    share: originMass,
    originMass,
    own: list,
    evidence: list,
    ratios: familyRatios(list),
    upstream,
  };
}

/** One accused among so many equal entries that its prior is one over `odds`; the rest have no evidence. */
function accusedAmong(odds: number, list: readonly Evidence[]) {
  const count = Math.round(0.8 * odds);
  const all = Array.from({ length: count }, (_, entity) =>
    candidate(entity, 1 / count, entity === 0 ? list : []),
  );
  const item = fuse(all).ranked.find((posterior) => posterior.candidate.entity === 0);
  if (item === undefined) throw new Error('every candidate is ranked');
  return item;
}

const strong = (...families: readonly string[]) => families.map((family) => evidence(family, 100));
const against = (family: string) => evidence(family, 1 / 20, 'EXPLAINED');
const atP = (family: string, p: number) => evidence(family, 1 / (2 * Math.sqrt(p)));

describe('posterior of one accused entity, as tabled', () => {
  it.each([
    ['one strong family', 1000, strong('a'), 0.091],
    ['two strong families', 1000, strong('a', 'b'), 0.909],
    ['three strong families', 1000, strong('a', 'b', 'c'), 0.999],
    ['two strong and one that contradicts', 1000, [...strong('a', 'b'), against('c')], 0.334],
    ['one strong and one that contradicts', 1000, [...strong('a'), against('b')], 0.005],
    ['three families at p = 1e-3', 1000, [atP('a', 1e-3), atP('b', 1e-3), atP('c', 1e-3)], 0.798],
    ['two strong at prior 1e-2', 100, strong('a', 'b'), 0.99],
    ['two strong at prior 1e-4', 10_000, strong('a', 'b'), 0.5],
  ])('%s', (_, odds, list, expected) => {
    expect(Math.abs(accusedAmong(odds, list).posterior - expected)).toBeLessThan(1e-3);
  });
});

describe('families', () => {
  it('none moves the odds by more than a hundred, nor below a twentieth', () => {
    expect(familyRatios([evidence('a', 1e9)]).get('a')).toBe(100);
    expect(familyRatios([evidence('a', 1e-9)]).get('a')).toBe(1 / 20);
  });

  it('a second test of a family averages with the first and never multiplies', () => {
    const ratio =
      familyRatios([evidence('a', 100, 'SIGNIFICANT', 'x'), evidence('a', 1, 'NOT_SIGNIFICANT', 'y')]).get(
        'a',
      ) ?? 0;
    expect(ratio).toBeCloseTo(50.5, 9);
  });

  it('the whole family lies between its weakest and its strongest test, in any order', () => {
    const tests = fc.array(
      fc.record({
        test: fc.constantFrom('T1', 'T3', 'T4', 'J0', 'J2', 'x'),
        e: fc.double({ min: 1, max: 100, noNaN: true }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(tests, (list) => {
        const items = list.map(({ test, e }) => evidence('a', e, 'SIGNIFICANT', test));
        const ratio = familyRatios(items).get('a') ?? 0;
        expect(ratio).toBeGreaterThanOrEqual(Math.min(...list.map(({ e }) => e)) - 1e-9);
        expect(ratio).toBeLessThanOrEqual(Math.max(...list.map(({ e }) => e)) + 1e-9);
        expect(familyRatios([...items].reverse()).get('a')).toBeCloseTo(ratio, 9);
      }),
    );
  });

  it('clock offsets weigh nothing; the order of a build speaks against it only', () => {
    expect(familyRatios([evidence('time', 1, 'NOT_SIGNIFICANT', 'T0')]).size).toBe(0);
    expect(
      familyRatios([
        evidence('build', 40, 'SIGNIFICANT', 'B1'),
        evidence('build', 9, 'SIGNIFICANT', 'B5'),
      ]).get('build'),
    ).toBe(40);
    expect(
      familyRatios([
        evidence('build', 40, 'SIGNIFICANT', 'B1'),
        evidence('build', 0.5, 'NOT_SIGNIFICANT', 'B5'),
      ]).get('build'),
    ).toBe(20);
  });

  it('losing one test of a family lowers it: missing counts as one, not as absent', () => {
    const both =
      familyRatios([
        evidence('token', 100, 'SIGNIFICANT', 'J0'),
        evidence('token', 100, 'SIGNIFICANT', 'J2'),
      ]).get('token') ?? 0;
    const lost =
      familyRatios([evidence('token', 1, 'MISSING', 'J0'), evidence('token', 100, 'SIGNIFICANT', 'J2')]).get(
        'token',
      ) ?? 0;
    expect(lost).toBeLessThan(both);
  });

  it('is missing when every test that weighs is', () => {
    const list = [
      evidence('a', 1, 'MISSING', 'x'),
      evidence('a', 1, 'MISSING', 'y'),
      evidence('b', 1, 'MISSING'),
      evidence('b', 9, 'SIGNIFICANT', 'z'),
    ];
    expect(missingFamilies(list)).toEqual(['a']);
  });
});

const drawnEvidence = fc.array(
  fc.record({
    family: fc.constantFrom('time', 'token', 'build', 'host'),
    e: fc.double({ min: 0.05, max: 100, noNaN: true }),
    missing: fc.boolean(),
  }),
  { maxLength: 5 },
);
/** Up to thirty candidates; an accused one may have accused ones of smaller number upstream. */
const drawnCandidates = fc
  .array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      drawnEvidence,
      fc.array(fc.nat(29), { maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(([mass, list, upstream], entity) =>
      candidate(
        entity,
        mass / drawn.length,
        list.map(({ family, e, missing }) =>
          evidence(family, missing ? 1 : e, missing ? 'MISSING' : 'SIGNIFICANT'),
        ),
        [...new Set(upstream)].filter((other) => other < entity),
      ),
    ),
  );

describe('all candidates together', () => {
  it('posteriors and “origin not observed” sum to 1 within 1e-9', () => {
    fc.assert(
      fc.property(drawnCandidates, (candidates) => {
        const { ranked, originNotObserved } = fuse(candidates);
        const sum = ranked.reduce((total, { posterior }) => total + posterior, originNotObserved);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        expect(ranked).toHaveLength(candidates.length);
      }),
      { numRuns: 300 },
    );
  });

  it('the interval of what is missing contains the posterior and stays within 0 and 1', () => {
    fc.assert(
      fc.property(drawnCandidates, (candidates) => {
        for (const { posterior, interval } of fuse(candidates).ranked) {
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[0]).toBeLessThanOrEqual(posterior + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(posterior - 1e-12);
          expect(interval[1]).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('any order of candidates gives the same ranking and, but for rounding, the same numbers', () => {
    fc.assert(
      fc.property(drawnCandidates, fc.infiniteStream(fc.nat()), (candidates, keys) => {
        const shuffled = candidates
          .map((item) => [keys.next().value ?? 0, item] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item);
        const byEntity = (all: readonly Candidate[]) =>
          new Map(fuse(all).ranked.map(({ candidate: { entity }, posterior }) => [entity, posterior]));
        const again = byEntity(shuffled);
        for (const [entity, posterior] of byEntity(candidates))
          expect(again.get(entity)).toBeCloseTo(posterior, 12);
      }),
    );
  });

  it('more evidence for a candidate never lowers it', () => {
    fc.assert(
      fc.property(drawnCandidates, fc.double({ min: 1, max: 100, noNaN: true }), (candidates, e) => {
        const [first, ...rest] = candidates;
        if (first === undefined || first.ratios.size === 0) return;
        const lifted = candidate(0, first.originMass, [...first.evidence, evidence('extra', e)]);
        const before = new Map(
          fuse(candidates).ranked.map((item) => [item.candidate.entity, item.posterior]),
        );
        const after =
          fuse([lifted, ...rest]).ranked.find((item) => item.candidate.entity === 0)?.posterior ?? 0;
        expect(after).toBeGreaterThanOrEqual((before.get(0) ?? 0) - 1e-12);
      }),
    );
  });

  it('an accused entity upstream explains away what lies below it', () => {
    const key = strong('time', 'token');
    const alone = fuse([candidate(1, 0.01, key), candidate(2, 0.99)]);
    const below = fuse([
      candidate(1, 0.01, key, [0]),
      candidate(2, 0.98),
      candidate(0, 0.01, [...strong('build'), ...key]),
    ]);
    expect(alone.ranked[0]?.candidate.entity).toBe(1);
    expect(below.ranked[0]?.candidate.entity).toBe(0);
    expect(below.ranked.find((item) => item.candidate.entity === 1)?.posterior).toBeLessThan(0.01);
  });

  it('without evidence nobody is accused: no candidate passes the prior of the largest entry', () => {
    const { ranked, originNotObserved } = fuse(
      Array.from({ length: 50 }, (_, entity) => candidate(entity, 1 / 50)),
    );
    expect(originNotObserved).toBeCloseTo(fusionParameters.priorOriginNotObserved, 9);
    for (const item of ranked) {
      expect(item.posterior).toBeCloseTo(0.016, 9);
      expect(verdictOf(item)).toBe('INSUFFICIENT');
    }
  });

  it('of nobody at all, the origin is not observed', () =>
    expect(fuse([])).toEqual({ ranked: [], originNotObserved: 1 }));
});

describe('a missing family', () => {
  it('leaves the posterior where it is and opens the interval from a twentieth to a hundredfold', () => {
    const { posterior, interval } = accusedAmong(1000, [...strong('a', 'b'), evidence('c', 1, 'MISSING')]);
    expect(posterior).toBeCloseTo(0.909, 3);
    expect(interval[0]).toBeCloseTo(0.334, 3);
    expect(interval[1]).toBeCloseTo(0.999, 3);
  });

  it('deleting a strong family lowers posterior and verdict', () => {
    const whole = accusedAmong(1000, strong('a', 'b', 'c'));
    const less = accusedAmong(1000, [...strong('a', 'b'), evidence('c', 1, 'MISSING')]);
    const least = accusedAmong(1000, [
      ...strong('a'),
      evidence('b', 1, 'MISSING'),
      evidence('c', 1, 'MISSING'),
    ]);
    expect([whole, less, least].map(verdictOf)).toEqual(['CONFIRMED', 'PROBABLE', 'INSUFFICIENT']);
    expect(less.posterior).toBeLessThan(whole.posterior);
    expect(least.posterior).toBeLessThan(less.posterior);
  });
});

describe('verdict', () => {
  const verdict = (posterior: number, list: readonly Evidence[]) =>
    verdictOf({ candidate: candidate(0, 1, list), posterior, interval: [0, 1] });

  it.each([
    [0.995, strong('a', 'b', 'c'), 'CONFIRMED'],
    [0.995, strong('a', 'b'), 'PROBABLE'],
    [0.98, strong('a', 'b', 'c'), 'PROBABLE'],
    [0.95, strong('a'), 'SUSPECTED'],
    [0.6, strong('a', 'b', 'c'), 'SUSPECTED'],
    [0.4, strong('a', 'b', 'c'), 'INSUFFICIENT'],
    [0.9999, [evidence('a', 9), evidence('b', 9), evidence('c', 9)], 'INSUFFICIENT'],
    [0.9999, [], 'INSUFFICIENT'],
  ] as const)('at %d', (posterior, list, expected) => expect(verdict(posterior, list)).toBe(expected));

  it('a contradiction between families is a CONFLICT, whatever the posterior', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 10, max: 100, noNaN: true }),
        fc.double({ min: 0.05, max: 0.1, noNaN: true }),
        (posterior, high, low) => {
          expect(
            verdict(posterior, [evidence('a', high), evidence('b', low, 'EXPLAINED'), evidence('c', 100)]),
          ).toBe('CONFLICT');
        },
      ),
    );
  });

  it('counter-evidence alone is no conflict', () =>
    expect(verdict(0.99, [against('a')])).toBe('INSUFFICIENT'));
});

describe('null candidates', () => {
  it('none of a million reaches 0.9 by chance: three families of uniform p', () => {
    let state = 12345;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 1) / 4294967297;
    };
    let reached = 0;
    for (let i = 0; i < 1_000_000; i++) {
      let ratio = 1;
      for (let family = 0; family < 3; family++) ratio *= Math.min(100, 1 / (2 * Math.sqrt(uniform())));
      if ((1e-3 * ratio) / (1 - 1e-3 + 1e-3 * ratio) > 0.9) reached += 1;
    }
    expect(reached).toBeLessThanOrEqual(3);
  });
});
