import type { CutEffort } from './cut-effort.js';
import { cheapestHittingSet, costSlack, independentParts } from './hitting-set.js';
import { survivingPaths, type KnownPath } from './known-paths.js';
import type { TemporalSearch } from './temporal-search.js';
import { minimised, type ValidCut } from './valid-cut.js';

/**
 * Of all cuts as cheap as `cut` the one whose sorted list of (first disabled link, entity) comes first: closest to the origin. Nodes are
 * tried in that order; each joins the answer if some optimum holds it beside those that joined before. Only the paths connected with the
 * node by shared nodes need solving again. When the effort runs out, the best so far stands (still an optimum).
 */
export function earliestOptimum(
  search: TemporalSearch,
  cut: ValidCut,
  known: readonly KnownPath[],
  effort: CutEffort,
): ValidCut {
  const { cuttable, cost, firstSeq } = search.problem;
  const order = [...cuttable].sort((a, b) => firstSeq[a]! - firstSeq[b]! || a - b);
  const exchange = new Exchange(search, cut, known, effort);
  for (const node of order) {
    if (exchange.complete) break;
    // A node that costs nothing is in no minimal cut unless it must be, so being early is no reason to take it.
    if (cost[node] === 0) continue;
    if (exchange.tryToHold(node) === 'stopped') break;
  }
  return exchange.best;
}

/** The present optimum, what must stay in it, what cannot be in it any more, and all paths known to need hitting. */
class Exchange {
  readonly #held = new Set<number>();
  readonly #barred = new Set<number>();
  readonly #paths: Int32Array[];
  #members: Set<number>;
  #partOf = new Map<number, readonly Int32Array[]>();
  #work = 0;
  readonly #linksVisitedMax: number;

  constructor(
    private readonly search: TemporalSearch,
    public best: ValidCut,
    known: readonly KnownPath[],
    private readonly effort: CutEffort,
  ) {
    this.#paths = known.map((path) => path.nodes);
    this.#members = new Set(best.nodes);
    this.#linksVisitedMax = search.linksVisited + effort.linksVisitedMax / 4;
    this.#findParts();
  }

  get complete(): boolean {
    return this.#held.size === this.best.nodes.length;
  }

  tryToHold(node: number): 'held' | 'barred' | 'stopped' {
    const better = this.#members.has(node) ? this.best : this.#optimumWith(node);
    if (better === 'stopped') return 'stopped';
    if (better === null) {
      this.#barred.add(node);
      return 'barred';
    }
    if (better !== this.best) this.#members = new Set(better.nodes);
    this.best = better;
    this.#held.add(node);
    return 'held';
  }

  #findParts(): void {
    this.#partOf = new Map();
    for (const part of independentParts(this.#paths, (nodes) => nodes)) {
      for (const nodes of part) for (const node of nodes) this.#partOf.set(node, part);
    }
    for (const nodes of this.#paths) this.#work += 16 * nodes.length;
  }

  /** An optimal cut that holds `node` and all that is held, and nothing barred; null when there is none. */
  #optimumWith(node: number): ValidCut | null | 'stopped' {
    for (;;) {
      const chosen = this.#hittingWith(node);
      if (chosen === null || chosen === 'stopped') return chosen;
      const removed = new Uint8Array(this.search.problem.nodeCount);
      for (const member of chosen) removed[member] = 1;
      const survivors = survivingPaths(this.search, removed);
      if (survivors.length === 0) return this.#minimalWith(node, chosen);
      this.#paths.push(...survivors.map((path) => path.nodes));
      this.#findParts();
    }
  }

  /** The present optimum, with the part of the paths around `node` hit anew at the same cost, `node` included. */
  #hittingWith(node: number): number[] | null | 'stopped' {
    const { cost } = this.search.problem;
    const part = this.#partOf.get(node);
    if (part === undefined) return null;
    const slack = costSlack * Math.max(1, this.best.cost);
    const freed = this.#freedBy(part);
    const room = [...freed].reduce((sum, member) => sum + cost[member]!, 0) - cost[node]!;
    if (room < -slack) return null;
    const open: Int32Array[] = [];
    for (const nodes of part) {
      if (nodes.some((member) => member === node || this.#held.has(member))) continue;
      open.push(nodes.filter((member) => !this.#barred.has(member)));
    }
    const answer = cheapestHittingSet(cost, open, {
      below: room + 3 * slack,
      workMax: this.effort.hittingWorkMax / 4 - this.#work,
    });
    this.#work += answer.work;
    if (!answer.finished || this.search.linksVisited > this.#linksVisitedMax) return 'stopped';
    if (answer.chosen === null) return null;
    return [...this.best.nodes.filter((member) => !freed.has(member)), node, ...answer.chosen];
  }

  /** Members of the present optimum that hit this part of the paths and may be exchanged. */
  #freedBy(part: readonly Int32Array[]): Set<number> {
    const freed = new Set<number>();
    for (const nodes of part) {
      this.#work += nodes.length;
      for (const member of nodes) if (this.#members.has(member) && !this.#held.has(member)) freed.add(member);
    }
    return freed;
  }

  #minimalWith(node: number, chosen: readonly number[]): ValidCut | null {
    const cut = minimised(this.search, chosen);
    const stays = new Set(cut.nodes);
    const holds = [...this.#held, node].every((member) => stays.has(member));
    return holds && cut.cost <= this.best.cost + costSlack * Math.max(1, this.best.cost) ? cut : null;
  }
}
