import {
  attackSubgraph,
  buildCausalGraph,
  naturalOrigins,
  type CausalGraph,
  type ImpactPoint,
} from '@faultline/graph';
import { fakeSha256, randomDrafts, seededRandom } from '@faultline/graph/testing';
import { describe, expect, it } from 'vitest';
import { cheapestCut } from './cheapest-cut.js';
import type { CutInput } from './cut-input.js';
import { singleBreakpoints } from './single-breakpoints.js';

/** Written apart from the solver: does a path survive when the entities of `mask` are gone? */
function survives(
  graph: CausalGraph,
  origins: readonly number[],
  impacts: readonly ImpactPoint[],
  mask: number,
): boolean {
  const gone = (x: number) => ((mask >> x) & 1) === 1;
  const reached = new Set(origins.filter((x) => !gone(x)));
  for (let i = 0; i < graph.linkCount; i++) {
    const from = graph.from[i]!;
    const to = graph.to[i]!;
    if (gone(from) || gone(to) || !reached.has(from)) continue;
    if (impacts.some((impact) => impact.entity === to && i <= impact.seq)) return true;
    reached.add(to);
  }
  return false;
}

interface Case {
  readonly input: CutInput;
  readonly costs: readonly (number | null)[];
}

function randomCase(seed: number): Case {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const graph = buildCausalGraph(randomDrafts(random, 4 + pick(11), 6 + pick(50)), fakeSha256);
  const impacts = Array.from({ length: 1 + pick(2) }, () => ({
    entity: pick(graph.entityCount),
    seq: graph.linkCount - 1 - pick(Math.min(6, graph.linkCount)),
  }));
  const origins =
    random() < 0.5 ? naturalOrigins(graph, impacts) : [pick(graph.entityCount), pick(graph.entityCount)];
  const unit = random() < 0.5;
  const costs = Array.from({ length: graph.entityCount }, (_, x) => {
    if (impacts.some((impact) => impact.entity === x) || random() < 0.15) return null;
    return unit ? 1 : random() < 0.05 ? 0 : (1 + pick(20)) / 10;
  });
  return { input: { graph, origins, impacts, cost: (x) => costs[x]! }, costs };
}

/** Cheapest cost over all subsets of removable entities, the subset closest to the origin of those, and all single cuts. */
function bruteForce({ input, costs }: Case) {
  const { graph, origins, impacts } = input;
  let best: number | null = null;
  const single: number[] = [];
  for (let mask = 0; mask < 1 << graph.entityCount; mask++) {
    let cost = 0;
    let allowed = true;
    for (let x = 0; x < graph.entityCount && allowed; x++) {
      if (((mask >> x) & 1) === 0) continue;
      const own = costs[x]!;
      if (own === null) allowed = false;
      else cost += own;
    }
    const alone = mask !== 0 && (mask & (mask - 1)) === 0;
    if (!allowed || (!alone && best !== null && cost >= best)) continue;
    if (survives(graph, origins, impacts, mask)) continue;
    if (alone) single.push(31 - Math.clz32(mask));
    best = best === null ? cost : Math.min(best, cost);
  }
  const connected = survives(graph, origins, impacts, 0);
  return { best, single: connected ? single : [] };
}

/** The optimum whose sorted list of (first disabled link, entity) comes first, by looking at all subsets. */
function earliestOptimum({ input, costs }: Case, best: number): number[] {
  const { graph, origins, impacts } = input;
  const first = new Map<number, number>();
  for (const link of attackSubgraph(graph, origins, impacts).links) {
    for (const x of [graph.from[link]!, graph.to[link]!]) if (!first.has(x)) first.set(x, link);
  }
  const rank = [...first.keys()].sort((a, b) => first.get(a)! - first.get(b)! || a - b);
  const optima: number[][] = [];
  for (let mask = 0; mask < 1 << graph.entityCount; mask++) {
    const set = costs.flatMap((_, x) => (((mask >> x) & 1) === 1 ? [x] : []));
    if (set.some((x) => costs[x] === null || !first.has(x))) continue;
    if (Math.abs(set.reduce((sum, x) => sum + costs[x]!, 0) - best) > 1e-9) continue;
    if (!survives(graph, origins, impacts, mask))
      optima.push(set.map((x) => rank.indexOf(x)).sort((a, b) => a - b));
  }
  const [least] = optima.sort((a, b) => {
    const at = a.findIndex((place, i) => place !== b[i]);
    return at < 0 ? 0 : a[at]! - (b[at] ?? Infinity);
  });
  return least!.map((place) => rank[place]!).sort((a, b) => a - b);
}

describe('cheapestCut against all subsets of entities, with time', () => {
  it.each([0, 1, 2, 3, 4])('finds the optimum of 200 random temporal graphs (block %i)', (block) => {
    for (let seed = 200 * block; seed < 200 * (block + 1); seed++) {
      const random = randomCase(seed);
      const cut = cheapestCut(random.input);
      const truth = bruteForce(random);
      if (truth.best === null) {
        expect(cut.cost, `seed ${seed}`).toBeNull();
        expect(cut.uncuttablePath, `seed ${seed}`).not.toBeNull();
      } else {
        expect(cut.cost, `seed ${seed}`).toBeCloseTo(truth.best, 9);
        expect(cut.optimal, `seed ${seed}`).toBe(true);
        expect(cut.lowerBound).toBe(cut.cost);
        const mask = cut.removed.reduce((bits, x) => bits | (1 << x), 0);
        expect(
          survives(random.input.graph, random.input.origins, random.input.impacts, mask),
          `seed ${seed}`,
        ).toBe(false);
      }
      expect(
        [...singleBreakpoints(random.input)].sort((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual(truth.single);
    }
  });

  it('takes of equally cheap sets the one closest to the origin, on 300 random graphs', () => {
    let ties = 0;
    for (let seed = 0; seed < 300; seed++) {
      const random = randomCase(seed);
      if (random.costs.includes(0)) continue;
      const cut = cheapestCut(random.input);
      if (cut.cost === null || cut.removed.length === 0) continue;
      expect(cut.removed, `seed ${seed}`).toEqual(earliestOptimum(random, cut.cost));
      ties++;
    }
    expect(ties).toBeGreaterThan(50);
  });

  it('answers the same for input in another order', () => {
    for (let seed = 0; seed < 50; seed++) {
      const drafts = randomDrafts(seededRandom(seed), 30, 200);
      const answers = [drafts, drafts.toReversed()].map((order) => {
        const graph = buildCausalGraph(order, fakeSha256);
        const impacts = [{ entity: 3, seq: graph.linkCount - 1 }];
        return cheapestCut({ graph, origins: naturalOrigins(graph, impacts), impacts, cost: () => 1 });
      });
      expect(answers[1]).toEqual(answers[0]);
    }
  });
});
