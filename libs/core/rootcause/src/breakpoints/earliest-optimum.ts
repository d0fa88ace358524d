import type { CutEffort } from './cheapest-cut.js';
import { cheapestHittingSet, costSlack } from './hitting-set.js';
import { survivingPaths, type KnownPath } from './known-paths.js';
import type { TemporalSearch } from './temporal-search.js';
import { minimised, type ValidCut } from './valid-cut.js';

/**
 * Of all cuts as cheap as `cut` the one whose sorted list of (first disabled link, entity) comes first: closest to the origin. Entities
 * are tried in that order; each joins the answer if some optimum holds it beside those that joined before. New paths found on the way
 * are kept for later questions. When the effort runs out, the best so far stands (still an optimum).
 */
export function earliestOptimum(
  search: TemporalSearch,
  cut: ValidCut,
  known: readonly KnownPath[],
  effort: CutEffort,
): ValidCut {
  const { cuttable, cost, firstSeq } = search.problem;
  const order = [...cuttable].sort((a, b) => firstSeq[a]! - firstSeq[b]! || a - b);
  const question = new Question(search, known, cut.cost, effort);
  let best = cut;
  let members = new Set(cut.nodes);
  const held: number[] = [];
  const barred = new Set<number>();
  for (const node of order) {
    if (held.length === best.nodes.length) break;
    if (cost[node] === 0) continue;
    if (!members.has(node)) {
      const better = question.optimumWith([...held, node], barred);
      if (better === 'stopped') break;
      if (better === null) {
        barred.add(node);
        continue;
      }
      best = better;
      members = new Set(better.nodes);
    }
    held.push(node);
  }
  return best;
}

class Question {
  readonly #nodesOfPaths: Int32Array[];
  #work = 0;

  constructor(
    private readonly search: TemporalSearch,
    known: readonly KnownPath[],
    private readonly optimum: number,
    private readonly effort: CutEffort,
  ) {
    this.#nodesOfPaths = known.map((path) => path.nodes);
  }

  /** An optimal cut that holds all of `held` and none of `barred`, or null. */
  optimumWith(held: readonly number[], barred: ReadonlySet<number>): ValidCut | null | 'stopped' {
    const { cost, nodeCount } = this.search.problem;
    const spent = held.reduce((sum, node) => sum + cost[node]!, 0);
    const isHeld = new Set(held);
    const slack = costSlack * Math.max(1, this.optimum);
    if (spent > this.optimum + slack) return null;
    for (;;) {
      const open = this.#nodesOfPaths
        .filter((nodes) => !nodes.some((node) => isHeld.has(node)))
        .map((nodes) => nodes.filter((node) => !barred.has(node)));
      const answer = cheapestHittingSet(cost, open, {
        below: this.optimum - spent + 3 * slack,
        workMax: this.effort.hittingWorkMax - this.#work,
      });
      this.#work += answer.work + this.#nodesOfPaths.length;
      if (!answer.finished || this.search.linksVisited > 2 * this.effort.linksVisitedMax) return 'stopped';
      if (answer.chosen === null) return null;
      const chosen = [...held, ...answer.chosen];
      const removed = new Uint8Array(nodeCount);
      for (const node of chosen) removed[node] = 1;
      const survivors = survivingPaths(this.search, removed);
      if (survivors.length === 0) return this.#minimalWith(held, chosen);
      this.#nodesOfPaths.push(...survivors.map((path) => path.nodes));
    }
  }

  #minimalWith(held: readonly number[], chosen: readonly number[]): ValidCut | null {
    const cut = minimised(this.search, chosen);
    return held.every((node) => cut.nodes.includes(node)) ? cut : null;
  }
}
