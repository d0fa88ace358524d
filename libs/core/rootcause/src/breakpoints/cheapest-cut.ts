import type { AttackSubgraph } from '@faultline/graph';
import { defaultCutEffort, type CutEffort } from './cut-effort.js';
import type { CutInput } from './cut-input.js';
import { cutProblem, type CutProblem } from './cut-problem.js';
import { cheapestHittingSet, costSlack } from './hitting-set.js';
import { survivingPaths, type KnownPath } from './known-paths.js';
import { earliestOptimum } from './earliest-optimum.js';
import { proofWorkMax, provingPaths, type Proof } from './proving-paths.js';
import { putBackPaths } from './put-back-paths.js';
import { staticCut } from './static-cut.js';
import { TemporalSearch } from './temporal-search.js';
import { completed, minimised, type ValidCut } from './valid-cut.js';

/** Up to this many removable entities the answer is always exact, whatever it takes. */
export const alwaysExactCuttableMax = 20;

/** Arcs that the cut without time may visit, per link: several hundred searches; it only seeds the upper bound. */
const staticArcsPerLinkMax = 500;

/** All numbers are entity and link numbers of the input's graph. */
export interface CheapestCut {
  /** Ascending. */
  readonly removed: readonly number[];
  /** Null: no set of removable entities cuts. */
  readonly cost: number | null;
  /** Proven: no cutting set is cheaper. Null where no cut exists. */
  readonly lowerBound: number | null;
  readonly optimal: boolean;
  /** Paths whose cheapest hitting set costs `lowerBound`. */
  readonly lowerBoundPaths: readonly (readonly number[])[];
  /** For every removed entity a path through it and no other removed one. */
  readonly putBack: readonly { readonly entity: number; readonly path: readonly number[] }[];
  /** A path without anything removable; null where a cut exists. */
  readonly uncuttablePath: readonly number[] | null;
  readonly attack: AttackSubgraph;
}

/**
 * The cheapest set of removable entities after whose removal no time-respecting path leads from an origin to an impact (rootcause §2.5
 * B2), by implicit hitting set: solve for the known paths, look for a path that survives, add it, repeat; no survivor means optimal.
 * NP-hard: exact up to 20 removable entities in the thinned attack subgraph; beyond that exact if the effort suffices, else the best
 * valid set with a proven lower bound. Among equal costs the set closest to the origin. Deterministic.
 */
export function cheapestCut(input: CutInput, effort: CutEffort = defaultCutEffort): CheapestCut {
  const problem = cutProblem(input);
  const search = new TemporalSearch(problem);
  const bare = survivingPaths(search, removableFlags(problem))[0];
  if (bare !== undefined) return uncuttable(problem, bare);
  const limits: CutEffort =
    problem.cuttable.length <= alwaysExactCuttableMax
      ? { linksVisitedMax: Infinity, hittingWorkMax: Infinity }
      : effort;
  const { cut, paths, optimal, proof: found } = new CutLoop(search, limits).run();
  const best = optimal ? earliestOptimum(search, cut, paths, limits) : cut;
  const proof = provingPaths(problem.cost, paths, best.cost, found);
  return {
    removed: entities(problem, best.nodes),
    cost: best.cost,
    lowerBound: proof.bound,
    optimal: proof.bound === best.cost,
    lowerBoundPaths: proof.paths.map((path) => graphLinks(problem, path.links)),
    putBack: putBackPaths(search, best.nodes).map((path, k) => ({
      entity: problem.entityOf[best.nodes[k]!]!,
      path: graphLinks(problem, path!),
    })),
    uncuttablePath: null,
    attack: problem.attack,
  };
}

function removableFlags(problem: CutProblem): Uint8Array {
  return Uint8Array.from(problem.cost, (cost) => (cost < Infinity ? 1 : 0));
}

function entities(problem: CutProblem, nodes: readonly number[]): number[] {
  return nodes.map((node) => problem.entityOf[node]!);
}

function graphLinks(problem: CutProblem, links: Int32Array): number[] {
  return Array.from(links, (link) => problem.linkOf[link]!);
}

function uncuttable(problem: CutProblem, path: KnownPath): CheapestCut {
  return {
    removed: [],
    cost: null,
    lowerBound: null,
    optimal: false,
    lowerBoundPaths: [],
    putBack: [],
    uncuttablePath: graphLinks(problem, path.links),
    attack: problem.attack,
  };
}

interface LoopAnswer {
  readonly cut: ValidCut;
  readonly paths: readonly KnownPath[];
  readonly optimal: boolean;
  readonly proof: Proof;
}

/** The implicit hitting set loop: `#paths` must all be hit, `#cut` is the best valid set so far. */
class CutLoop {
  readonly #paths: KnownPath[] = [];
  #hittingWork = 0;
  /** The best bound so far whose family of paths is easy to solve again. */
  #proof: Proof = { paths: [], bound: 0 };
  #cut: ValidCut;

  constructor(
    private readonly search: TemporalSearch,
    private readonly effort: CutEffort,
  ) {
    this.#cut = this.#firstCut();
  }

  run(): LoopAnswer {
    for (let chosen: readonly number[] = []; ;) {
      const removed = new Uint8Array(this.search.problem.nodeCount);
      for (const node of chosen) removed[node] = 1;
      const survivors = survivingPaths(this.search, removed);
      if (survivors.length === 0) return this.#answer(minimised(this.search, chosen), true);
      this.#paths.push(...survivors);
      this.#improve(chosen);
      const solved = this.#solve();
      if (solved === 'proven') return this.#answer(this.#cut, true);
      if (solved === 'stopped' || this.search.linksVisited > this.effort.linksVisitedMax) {
        return this.#answer(this.#cut, false);
      }
      chosen = solved;
    }
  }

  #answer(cut: ValidCut, optimal: boolean): LoopAnswer {
    return { cut, paths: this.#paths, optimal, proof: this.#proof };
  }

  #firstCut(): ValidCut {
    const { search } = this;
    const greedy = completed(search, [], []);
    const timeless = staticCut(search.problem, staticArcsPerLinkMax * search.problem.from.length);
    if (timeless === null) return greedy;
    const cut = minimised(search, timeless);
    return cut.cost < greedy.cost ? cut : greedy;
  }

  #improve(chosen: readonly number[]): void {
    const cut = completed(
      this.search,
      chosen,
      this.#paths.map((path) => path.nodes),
    );
    if (cut.cost < this.#cut.cost) this.#cut = cut;
  }

  /** The cheapest set that hits all known paths, if it is cheaper than the best cut; `proven`: there is none, so that cut is optimal. */
  #solve(): readonly number[] | 'proven' | 'stopped' {
    const answer = cheapestHittingSet(
      this.search.problem.cost,
      this.#paths.map((path) => path.nodes),
      { below: this.#cut.cost, workMax: this.effort.hittingWorkMax - this.#hittingWork },
    );
    this.#hittingWork += answer.work;
    if (!answer.finished) return 'stopped';
    if (answer.chosen === null) return 'proven';
    if (answer.work <= proofWorkMax) this.#proof = { paths: [...this.#paths], bound: answer.cost };
    return answer.cost >= this.#cut.cost - costSlack * Math.max(1, this.#cut.cost) ? 'proven' : answer.chosen;
  }
}
