import { describe, expect, it } from 'vitest';
import { attackSubgraph } from './attack-subgraph.js';
import { buildCausalGraph } from './build-causal-graph.js';
import type { CausalGraph } from './causal-graph.js';
import { dependents, upstream } from './dependencies.js';
import { findPath } from './find-path.js';
import { naturalOrigins } from './natural-origins.js';
import { paths } from './paths.js';
import { backwardSlice, forwardSlice } from './slices.js';
import { fakeSha256 } from './testing/fake-sha256.js';
import { draft, randomDrafts, seededRandom } from './testing/random-drafts.js';

/** All walks of at most `lengthMax` links with rising indices, by plain recursion. */
function walks(graph: CausalGraph, from: number, after = -1, lengthMax = 12): number[][] {
  if (lengthMax === 0) return [];
  const found: number[][] = [];
  for (let i = after + 1; i < graph.linkCount; i++) {
    if (graph.from[i] !== from) continue;
    found.push([i], ...walks(graph, graph.to[i]!, i, lengthMax - 1).map((rest) => [i, ...rest]));
  }
  return found;
}

function randomCase(seed: number) {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const graph = buildCausalGraph(randomDrafts(random, 3 + pick(5), 3 + pick(11)), fakeSha256);
  const impact = { entity: pick(graph.entityCount), seq: pick(graph.linkCount + 1) };
  const origins = [...new Set([pick(graph.entityCount), pick(graph.entityCount)])];
  const all = origins.flatMap((origin) => walks(graph, origin));
  const ends = all.filter((walk) => graph.to[walk.at(-1)!] === impact.entity && walk.at(-1)! <= impact.seq);
  return { graph, impact, origins, all, ends };
}

describe('sweeps against plain enumeration of walks, on 500 random graphs', () => {
  const cases = Array.from({ length: 500 }, (_, seed) => randomCase(seed)).filter(
    ({ graph }) => graph.linkCount > 0,
  );

  it('attackSubgraph holds exactly the links of origin-to-impact walks', () => {
    for (const { graph, impact, origins, ends } of cases) {
      const { links, entities } = attackSubgraph(graph, origins, [impact]);
      expect([...links]).toEqual([...new Set(ends.flat())].sort((a, b) => a - b));
      const touched = new Set([...links].flatMap((i) => [graph.from[i]!, graph.to[i]!]));
      expect([...entities]).toEqual([...touched].sort((a, b) => a - b));
    }
  });

  it('forwardSlice holds exactly the links that walks from an origin use', () => {
    for (const { graph, origins, all } of cases) {
      const flags = forwardSlice(graph, origins);
      expect(Array.from(flags.keys()).filter((i) => flags[i] === 1)).toEqual(
        [...new Set(all.flat())].sort((a, b) => a - b),
      );
    }
  });

  it('backwardSlice holds exactly the links from which a walk reaches the impact', () => {
    for (const { graph, impact } of cases) {
      const flags = backwardSlice(graph, [impact]);
      for (let i = 0; i < graph.linkCount; i++) {
        const counts = (last: number) => graph.to[last] === impact.entity && last <= impact.seq;
        const leads = counts(i) || walks(graph, graph.to[i]!, i).some((walk) => counts(walk.at(-1)!));
        expect(flags[i]).toBe(leads ? 1 : 0);
      }
    }
  });

  it('findPath gives a shortest walk, and none when there is none', () => {
    for (const { graph, impact, origins, ends } of cases) {
      const path = findPath(graph, origins, [impact]);
      if (ends.length === 0) expect(path).toBeNull();
      else {
        expect(path).toHaveLength(Math.min(...ends.map((walk) => walk.length)));
        expect(ends).toContainEqual(path);
      }
    }
  });

  it('findPath avoids removed entities', () => {
    for (const { graph, impact, origins, ends } of cases) {
      const removed = new Uint8Array(graph.entityCount);
      removed[0] = 1;
      const left = ends.filter((walk) => walk.every((i) => graph.from[i] !== 0 && graph.to[i] !== 0));
      expect(findPath(graph, origins, [impact], removed) === null).toBe(left.length === 0);
    }
  });

  it('naturalOrigins follow the rule of the contract', () => {
    for (const { graph, impact } of cases) {
      const expected: number[] = [];
      for (let x = 0; x < graph.entityCount; x++) {
        const reaches = walks(graph, x).some(
          (walk) => graph.to[walk.at(-1)!] === impact.entity && walk.at(-1)! <= impact.seq,
        );
        const firstIn = graph.to.indexOf(x);
        const firstOut = graph.from.indexOf(x);
        if (reaches && (firstIn < 0 || firstOut < firstIn)) expected.push(x);
      }
      expect(naturalOrigins(graph, [impact])).toEqual(expected);
    }
  });

  it('dependents and upstream name what walks reach, with the fewest links, as of a time', () => {
    for (const { graph } of cases.slice(0, 200)) {
      const asOfUs = graph.atUs[graph.linkCount >> 1]!;
      for (const query of [{ limit: 100 }, { limit: 100, asOfUs }]) {
        const inTime = (walk: readonly number[]) => graph.atUs[walk.at(-1)!]! <= (query.asOfUs ?? Infinity);
        const hops = new Map<string, number>();
        for (let x = 0; x < graph.entityCount; x++) {
          for (const walk of walks(graph, x).filter(inTime)) {
            const pair = `${x} ${graph.to[walk.at(-1)!]}`;
            hops.set(pair, Math.min(hops.get(pair) ?? Infinity, walk.length));
          }
        }
        for (let x = 0; x < graph.entityCount; x++) {
          for (const found of dependents(graph, x, query))
            expect(found.hops).toBe(hops.get(`${x} ${found.entity}`));
          for (const found of upstream(graph, x, query))
            expect(found.hops).toBe(hops.get(`${found.entity} ${x}`));
          const reached = [...hops.keys()].filter((pair) => pair.startsWith(`${x} `) && pair !== `${x} ${x}`);
          expect(dependents(graph, x, query)).toHaveLength(reached.length);
        }
      }
    }
  });

  it('paths lists every path without repeated entities, the shortest first', () => {
    for (const { graph } of cases) {
      const expected = walks(graph, 0).filter((walk) => {
        const met = [0, ...walk.map((i) => graph.to[i]!)];
        return graph.to[walk.at(-1)!] === 1 && new Set(met).size === met.length;
      });
      const { paths: found, complete } = paths(graph, 0, 1, { limit: 10_000 });
      expect(complete).toBe(true);
      expect(found.map((path) => path.length)).toEqual(
        expected.map((path) => path.length).sort((a, b) => a - b),
      );
      expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)));
    }
  });
});

describe('paths', () => {
  it('stops at its limit and says so where a graph has more paths than can be listed', () => {
    const drafts = Array.from({ length: 60 }, (_, i) =>
      ['x', 'y'].flatMap((side) => [
        draft(`n${i}`, `${side}${i}`, 2 * i),
        draft(`${side}${i}`, `n${i + 1}`, 2 * i + 1),
      ]),
    );
    const graph = buildCausalGraph(drafts.flat(), fakeSha256);
    const answer = paths(graph, graph.indexOf('node', 'n0'), graph.indexOf('node', 'n60'), { limit: 5 });
    expect(answer.complete).toBe(false);
  });
});
