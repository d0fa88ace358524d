import { attackSubgraph, buildCausalGraph, naturalOrigins, type CausalGraph } from '@faultline/graph';
import { draft, fakeSha256, randomDrafts, seededRandom } from '@faultline/graph/testing';
import { describe, expect, it } from 'vitest';
import { massCut } from '../breakpoints/mass-cut.js';
import { singleBreakpoints } from '../breakpoints/single-breakpoints.js';
import { cheapestCut } from '../breakpoints/cheapest-cut.js';
import { causalShare } from './causal-share.js';
import { residualMass } from './residual-mass.js';
import type { ShareOptions } from './share-options.js';

const options: ShareOptions = { tauUs: { flow: 10 }, tauDefaultUs: 10, tauCarriedUs: 100 };

function randomCase(seed: number) {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const graph = buildCausalGraph(randomDrafts(random, 4 + pick(12), 6 + pick(60)), fakeSha256);
  const impacts = Array.from({ length: 1 + pick(2) }, () => ({
    entity: pick(graph.entityCount),
    seq: graph.linkCount - 1 - pick(5),
  }));
  const origins =
    random() < 0.5
      ? naturalOrigins(graph, impacts)
      : [...new Set([pick(graph.entityCount), pick(graph.entityCount)])];
  return { graph, impacts, origins, random };
}

const indexOf = (graph: CausalGraph, key: string) => graph.indexOf('node', key);

describe('causalShare', () => {
  it('is 1 exactly for the entities that lie on every path, on 1,000 random graphs', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const { graph, impacts, origins } = randomCase(seed);
      const { entities } = causalShare(graph, origins, impacts, options);
      const certain = entities.filter(({ share }) => share === 1).map(({ entity }) => entity);
      const isImpact = new Set(impacts.map(({ entity }) => entity));
      const expected = singleBreakpoints({ graph, origins, impacts, cost: () => 1 });
      expect(
        certain.filter((x) => !isImpact.has(x)).sort((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual(expected.sort((a, b) => a - b));
    }
  });

  it('names every entity of the attack subgraph but those only met before another origin, and masses of beginnings sum to 1', () => {
    for (let seed = 0; seed < 500; seed++) {
      const { graph, impacts, origins } = randomCase(seed);
      const { entities } = causalShare(graph, origins, impacts, options);
      const onPath = new Set(attackSubgraph(graph, origins, impacts).entities);
      expect(entities.every(({ entity }) => onPath.has(entity))).toBe(true);
      expect(entities.length > 0).toBe(onPath.size > 0);
      const sum = entities.reduce((total, { originMass }) => total + originMass, 0);
      if (onPath.size > 0) expect(Math.abs(sum - 1), `seed ${seed}`).toBeLessThan(1e-9);
    }
  });

  it('never gives a set less mass than its parts: what sets intercept is monotone and submodular', () => {
    for (let seed = 0; seed < 500; seed++) {
      const { graph, impacts, origins, random } = randomCase(seed);
      const { walk } = causalShare(graph, origins, impacts, options);
      const some = () => new Set(Array.from({ length: 2 }, () => Math.floor(random() * graph.entityCount)));
      const [a, b] = [some(), some()];
      const taken = (set: ReadonlySet<number>) => 1 - residualMass(walk, (x) => set.has(x)).mass;
      const both = new Set([...a].filter((x) => b.has(x)));
      expect(taken(new Set([...a, ...b])) + taken(both)).toBeLessThanOrEqual(taken(a) + taken(b) + 1e-9);
      expect(taken(new Set([...a, ...b]))).toBeGreaterThanOrEqual(Math.max(taken(a), taken(b)) - 1e-9);
    }
  });

  it('does not change when input arrives in another order', () => {
    const random = seededRandom(7);
    const drafts = randomDrafts(random, 12, 60);
    const impacts = [{ entity: 3, seq: 59 }];
    const shares = [drafts, drafts.toReversed()].map((order) => {
      const graph = buildCausalGraph(order, fakeSha256);
      return causalShare(graph, naturalOrigins(graph, impacts), impacts, options).entities;
    });
    expect(shares[0]).toEqual(shares[1]);
  });

  it('stays a share where the weight of the only path is below the smallest double', () => {
    // (node:a) -[0]-> (node:hub), then 2,000 inflows from strangers that no origin reaches, then (node:hub) -> (node:z).
    const drafts = [draft('a', 'hub', 0)];
    for (let i = 1; i <= 2000; i++) drafts.push(draft(`stranger${i}`, 'hub', i));
    drafts.push(draft('hub', 'z', 3000));
    const graph = buildCausalGraph(drafts, fakeSha256);
    const { entities } = causalShare(
      graph,
      [indexOf(graph, 'a')],
      [{ entity: indexOf(graph, 'z'), seq: 2001 }],
      options,
    );
    expect(entities.map(({ entity }) => graph.entity(entity).key).sort()).toEqual(['a', 'hub', 'z']);
    expect(entities.every(({ share }) => share === 1)).toBe(true);
  });

  it('gives an inflow the less the older what flows in is', () => {
    const shareOfNew = (bornAtUs: number) => {
      const graph = buildCausalGraph(
        [
          draft('o', 'old', 0),
          draft('o', 'new', bornAtUs),
          draft('old', 'x', 100),
          draft('new', 'x', 101),
          draft('x', 'z', 102),
        ],
        fakeSha256,
      );
      const { entities } = causalShare(
        graph,
        [indexOf(graph, 'o')],
        [{ entity: indexOf(graph, 'z'), seq: 4 }],
        options,
      );
      const share = (key: string) => entities.find(({ entity }) => entity === indexOf(graph, key))!.share;
      expect(share('new') + share('old')).toBeCloseTo(1, 12);
      return share('new');
    };
    // Against a carried version 1 old: e^(-0.1) / (e^(-0.1) + e^(-0.01)), the ages over 10 and 100.
    expect(shareOfNew(100)).toBeCloseTo(Math.exp(-0.1) / (Math.exp(-0.1) + Math.exp(-0.01)), 12);
    expect(shareOfNew(50)).toBeLessThan(shareOfNew(90));
  });
});

describe('massCut', () => {
  it('at beta 1 leaves nothing wherever a full cut exists, and at least 1 - beta nowhere else', () => {
    for (let seed = 0; seed < 500; seed++) {
      const { graph, impacts, origins, random } = randomCase(seed);
      const costs = Array.from({ length: graph.entityCount }, () =>
        random() < 0.1 ? null : 1 + Math.floor(random() * 5),
      );
      const cost = (x: number) => costs[x]!;
      const { walk } = causalShare(graph, origins, impacts, options);
      const cuts = massCut(walk, impacts, cost);
      const exists = cheapestCut({ graph, origins, impacts, cost }).cost !== null;
      for (const { beta, entities, residualMass: left } of cuts) {
        expect(left).toBeCloseTo(residualMass(walk, (x) => entities.includes(x)).mass, 9);
        if (exists) expect(left, `seed ${seed}`).toBeLessThanOrEqual(beta === 1 ? 0 : 1 - beta);
        expect(entities.some((x) => costs[x] === null || impacts.some((impact) => impact.entity === x))).toBe(
          false,
        );
      }
    }
  });
});
