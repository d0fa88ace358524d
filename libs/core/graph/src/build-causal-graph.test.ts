import type { LinkDraft } from '@faultline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCausalGraph } from './build-causal-graph.js';
import { draft, randomDrafts, seededRandom } from './testing/random-drafts.js';
import { fakeSha256 } from './testing/fake-sha256.js';

const build = (drafts: Iterable<LinkDraft>) => buildCausalGraph(drafts, fakeSha256);

describe('buildCausalGraph', () => {
  it('gives the same hash and ids whatever the order and repetition of input', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, shuffleSeed) => {
        const drafts = randomDrafts(seededRandom(seed), 8, 40);
        const random = seededRandom(shuffleSeed);
        const shuffled = [...drafts, ...drafts.slice(0, 5)]
          .map((value) => ({ value, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
        const [one, two] = [build(drafts), build(shuffled)];
        expect(two.hash).toBe(one.hash);
        expect([...two.from, ...two.to, ...two.atUs]).toEqual([...one.from, ...one.to, ...one.atUs]);
        for (let i = 0; i < one.linkCount; i++) expect(two.linkId(i)).toBe(one.linkId(i));
      }),
      { numRuns: 200 },
    );
  });

  it('changes its hash with any link, cost or piece of evidence, but not with a label', () => {
    const base = draft('a', 'b', 5);
    const hash = build([base]).hash;
    const others: LinkDraft[] = [
      { ...base, atUs: 6 },
      { ...base, kind: 'other' },
      { ...base, rule: 'other' },
      { ...base, basis: 'claimed' },
      { ...base, bytes: 1 },
      { ...base, seq: 0 },
      { ...base, events: ['event-x'] },
      { ...base, to: { ...base.to, key: 'c' } },
      { ...base, to: { ...base.to, cost: 1 } },
      { ...base, to: { ...base.to, cost: null } },
    ];
    expect(new Set([hash, ...others.map((other) => build([other]).hash)]).size).toBe(others.length + 1);
    expect(build([{ ...base, to: { ...base.to, label: 'B' } }]).hash).toBe(hash);
  });

  it('orders links by time, then declared seq with none last, then content', () => {
    const graph = build([
      draft('c', 'd', 1),
      draft('b', 'd', 1),
      draft('e', 'd', 1, 2),
      draft('f', 'd', 1, 1),
      draft('g', 'd', 0),
    ]);
    expect(Array.from(graph.from, (x) => graph.entity(x).key)).toEqual(['g', 'f', 'e', 'b', 'c']);
  });

  it('merges identical links with the evidence of all, the strongest basis and at most 20 events', () => {
    const drafts = Array.from({ length: 30 }, (_, i) => ({
      ...draft('a', 'b', 1),
      basis: i === 17 ? ('observed' as const) : ('claimed' as const),
      events: [`event-${String(i).padStart(2, '0')}`],
      bytes: i,
    }));
    const graph = build(drafts);
    expect(graph.linkCount).toBe(1);
    expect(graph.linkBasis(0)).toBe('observed');
    expect(graph.linkBytes(0)).toBe(29);
    expect(graph.linkEvents(0)).toEqual(drafts.slice(0, 20).flatMap(({ events }) => events));
  });

  it('keeps links of one time apart when their declared order differs: both are steps of a path', () => {
    const graph = build([draft('a', 'b', 1, 1), draft('b', 'a', 1, 2), draft('a', 'b', 1, 3)]);
    expect(graph.linkCount).toBe(3);
  });

  it('keeps the order of evidence, most telling first, where drafts agree', () => {
    const one = { ...draft('a', 'b', 1), events: ['z', 'a'] };
    expect(build([one, { ...one, events: ['z', 'a'] }]).linkEvents(0)).toEqual(['z', 'a']);
  });

  it('leaves out links from an entity to itself and entities that only they mention', () => {
    const graph = build([draft('a', 'a', 1), draft('b', 'c', 2)]);
    expect([graph.entityCount, graph.linkCount]).toEqual([2, 1]);
    expect(graph.indexOf('node', 'a')).toBe(-1);
  });

  it('numbers entities by kind and key, whatever characters they hold', () => {
    const keys = ['b', 'a', '', '\u0000', '"', '__proto__', '\ud800', 'a'];
    const graph = build(keys.map((key, i) => draft(key, 'target', i)));
    const sorted = Array.from({ length: graph.entityCount }, (_, i) => graph.entity(i).key);
    expect(sorted).toEqual([...new Set([...keys, 'target'])].sort());
    for (const [index, key] of sorted.entries()) expect(graph.indexOf('node', key)).toBe(index);
    expect(new Set(sorted.map((_, index) => graph.entityId(index))).size).toBe(sorted.length);
  });

  it('takes the dearest of two stated costs and never lets silence hide one', () => {
    const costs = [undefined, 2, 5, undefined] as const;
    const drafts = costs.map((cost, i) => {
      const { to, ...rest } = draft('a', 'b', i);
      return { ...rest, to: cost === undefined ? to : { ...to, cost } };
    });
    const cost = (list: LinkDraft[]) => build(list).entity(1).cost;
    expect(cost(drafts)).toBe(5);
    expect(cost(drafts.toReversed())).toBe(5);
    expect(
      cost([...drafts, { ...draft('a', 'b', 9), to: { kind: 'node', key: 'b', label: 'b', cost: null } }]),
    ).toBeNull();
  });

  it('is an empty graph for no input', () => {
    const graph = build([]);
    expect([graph.entityCount, graph.linkCount]).toEqual([0, 0]);
    expect(graph.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(() => graph.entity(0)).toThrow(RangeError);
  });
});
