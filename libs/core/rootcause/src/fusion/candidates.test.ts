import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCausalGraph, type CausalGraph } from '@faultline/graph';
import { draft, fakeSha256, randomDrafts, seededRandom } from '@faultline/graph/testing';
import type { Evidence, LinkDraft } from '@faultline/model';
import { findCandidates } from './candidates.js';
import { fuse } from './posterior.js';

const found = (family: string, e: number): Evidence => ({
  family,
  test: family,
  status: 'SIGNIFICANT',
  p: null,
  e,
  n: 1,
  events: [],
  reason: '',
});
const missing = (family: string): Evidence => ({ ...found(family, 1), status: 'MISSING' });

function search(
  drafts: readonly LinkDraft[],
  impact: string,
  accused: Readonly<Record<string, readonly Evidence[]>>,
) {
  const graph = buildCausalGraph(drafts, fakeSha256);
  const entity = graph.indexOf('node', impact);
  const evidenceOf = new Map(
    Object.entries(accused).map(([key, list]) => [graph.indexOf('node', key), list]),
  );
  return { graph, ...findCandidates(graph, [{ entity, seq: graph.linkCount - 1 }], evidenceOf) };
}

const keyOf = (graph: CausalGraph, entity: number) => graph.entity(entity).key;

/** commit → step → key → token → service, and a visitor beside. */
const chain = [
  draft('commit', 'step', 1),
  draft('step', 'key', 2),
  draft('key', 'token', 3),
  draft('visitor', 'token', 4),
  draft('token', 'service', 5),
];
const accused = { step: [found('build', 60)], key: [found('time', 80), found('token', 90)] };

describe('findCandidates', () => {
  it('offers entries and accused entities, and not the impact', () => {
    const { graph, candidates } = search(chain, 'service', accused);
    expect(candidates.map(({ entity }) => keyOf(graph, entity)).sort()).toEqual([
      'commit',
      'key',
      'step',
      'visitor',
    ]);
  });

  it('lets an accused entity inherit what it reached, and an unaccused one on the way nothing', () => {
    const { graph, candidates } = search(chain, 'service', accused);
    const families = new Map(
      candidates.map(({ entity, ratios }) => [keyOf(graph, entity), [...ratios.keys()].sort()]),
    );
    expect(families.get('step')).toEqual(['build', 'time', 'token']);
    expect(families.get('key')).toEqual(['time', 'token']);
    expect(families.get('commit')).toEqual([]);
  });

  it('names the accused entity upstream first, since the one below is explained by it', () => {
    const { graph, candidates } = search(chain, 'service', accused);
    const { ranked } = fuse(candidates);
    expect(ranked.slice(0, 1).map((item) => keyOf(graph, item.candidate.entity))).toEqual(['step']);
    expect(ranked[0]?.posterior).toBeGreaterThan(0.99);
  });

  it('names the one below where the upstream one has nothing but missing tests', () => {
    const { graph, candidates } = search(chain, 'service', { ...accused, step: [missing('build')] });
    const { ranked } = fuse(candidates);
    expect(keyOf(graph, ranked[0]?.candidate.entity ?? 0)).toBe('key');
  });

  it('takes no interest in what happened after the impact, or leads elsewhere', () => {
    const later = [...chain, draft('late', 'token', 9), draft('step', 'other', 3)];
    const graph = buildCausalGraph(later, fakeSha256);
    const service = graph.indexOf('node', 'service');
    const seq = [...graph.to].lastIndexOf(service);
    const { candidates } = findCandidates(
      graph,
      [{ entity: service, seq }],
      new Map([[graph.indexOf('node', 'late'), [found('host', 90)]]]),
    );
    expect(candidates.map(({ entity }) => keyOf(graph, entity))).not.toContain('late');
  });

  it('has nobody to name where nothing leads to the impact', () => {
    const { candidates } = search([draft('a', 'b', 1)], 'a', {});
    expect(candidates).toEqual([]);
  });
});

describe('on random graphs', () => {
  const names = Array.from({ length: 12 }, (_, n) => `${n}`);

  it('posteriors and “origin not observed” sum to 1, shares stay within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(), fc.subarray(names, { maxLength: 4 }), (seed, suspects) => {
        const drafts = randomDrafts(seededRandom(seed), 12, 40);
        const { candidates } = search(
          drafts,
          drafts.at(-1)?.to.key ?? '0',
          Object.fromEntries(
            suspects.map((key, n) => [key, [found('time', 5 + 20 * n), found('token', 50)]]),
          ),
        );
        const { ranked, originNotObserved } = fuse(candidates);
        expect(
          Math.abs(ranked.reduce((sum, item) => sum + item.posterior, originNotObserved) - 1),
        ).toBeLessThan(1e-9);
        for (const { share } of candidates) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('any order of the same links gives the same ranking', () => {
    fc.assert(
      fc.property(fc.nat(), fc.infiniteStream(fc.nat()), (seed, keys) => {
        const drafts = randomDrafts(seededRandom(seed), 12, 40);
        const shuffled = drafts
          .map((link) => [keys.next().value ?? 0, link] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, link]) => link);
        const impact = drafts.at(-1)?.to.key ?? '0';
        const ranking = (links: readonly LinkDraft[]) => {
          const { graph, candidates } = search(links, impact, {
            '3': [found('time', 30)],
            '7': [found('time', 40), found('build', 20)],
          });
          return fuse(candidates).ranked.map((item) => [keyOf(graph, item.candidate.entity), item.posterior]);
        };
        expect(ranking(shuffled)).toEqual(ranking(drafts));
      }),
      { numRuns: 200 },
    );
  });
});
