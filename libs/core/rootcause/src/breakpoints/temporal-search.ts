import type { CutProblem } from './cut-problem.js';

/** Weight that a node adds to a path so that the number of removable nodes decides first and the number of links second. */
const perCuttable = 2 ** 24;

/** Sweeps over one problem with scratch arrays kept between calls. `linksVisited` counts the work done, in links. */
export class TemporalSearch {
  linksVisited = 0;
  readonly #label: Float64Array;
  readonly #arrivedBy: Int32Array;
  readonly #before: Int32Array;
  readonly #reached: Uint8Array;

  constructor(readonly problem: CutProblem) {
    this.#label = new Float64Array(problem.nodeCount);
    this.#arrivedBy = new Int32Array(problem.nodeCount);
    this.#before = new Int32Array(problem.from.length);
    this.#reached = new Uint8Array(problem.nodeCount);
  }

  /** Does removing the flagged nodes leave no path? Stops at the first path met. */
  isCut(removed: Uint8Array): boolean {
    const { from, to, hit, origins } = this.problem;
    const reached = this.#reached.fill(0);
    for (const origin of origins) if (removed[origin] === 0) reached[origin] = 1;
    for (let i = 0; i < from.length; i++) {
      if (reached[from[i]!] === 0) continue;
      const target = to[i]!;
      if (removed[target] !== 0) continue;
      if (hit[i] !== 0) {
        this.linksVisited += i;
        return false;
      }
      reached[target] = 1;
    }
    this.linksVisited += from.length;
    return true;
  }

  /**
   * A lightest path, as link numbers of the problem, by the sum of the weights of its nodes (Infinity: may not be used); null if none.
   * Exact in one sweep, because labels only fall over time. Ties: the path that ends first.
   */
  lightestPath(weight: Float64Array): Int32Array | null {
    const { from, to, hit, origins } = this.problem;
    const label = this.#label.fill(Infinity);
    const arrivedBy = this.#arrivedBy.fill(-1);
    const before = this.#before;
    for (const origin of origins) label[origin] = weight[origin]!;
    let best = Infinity;
    let last = -1;
    for (let i = 0; i < from.length; i++) {
      const source = from[i]!;
      const target = to[i]!;
      const length = label[source]! + weight[target]!;
      if (length >= best) continue;
      if (hit[i] !== 0) {
        best = length;
        last = i;
        before[i] = arrivedBy[source]!;
      } else if (length < label[target]!) {
        label[target] = length;
        before[i] = arrivedBy[source]!;
        arrivedBy[target] = i;
      }
    }
    this.linksVisited += from.length;
    return last < 0 ? null : this.#collect(last);
  }

  /**
   * Paths of which no two share a removable node, the lightest first, out of one sweep: each link that ends a path offers the lightest
   * path that ends with it. Empty only when no path is left; a path without removable nodes comes alone.
   */
  disjointPaths(weight: Float64Array): Int32Array[] {
    const { from, cost } = this.problem;
    const ends = this.#sweepAllEnds(weight);
    const used = new Uint8Array(this.problem.nodeCount);
    const paths: Int32Array[] = [];
    let stepsLeft = 4 * from.length + 1024;
    for (const last of ends) {
      if (stepsLeft < 0) break;
      let clear = true;
      for (let i = last; i >= 0 && clear; i = this.#before[i]!) {
        stepsLeft--;
        if (used[from[i]!] !== 0) clear = false;
      }
      if (!clear) continue;
      const path = this.#collect(last);
      const nodes = path.map((link) => from[link]!).filter((node) => cost[node]! < Infinity);
      if (nodes.length === 0) return [path];
      for (const node of nodes) used[node] = 1;
      paths.push(path);
    }
    return paths;
  }

  /** Sweeps like `lightestPath`, but returns every link that ends a path, the one of the lightest path first. */
  #sweepAllEnds(weight: Float64Array): number[] {
    const { from, to, hit, origins } = this.problem;
    const label = this.#label.fill(Infinity);
    const arrivedBy = this.#arrivedBy.fill(-1);
    const before = this.#before;
    for (const origin of origins) label[origin] = weight[origin]!;
    const ends: number[] = [];
    const lengths: number[] = [];
    for (let i = 0; i < from.length; i++) {
      const source = from[i]!;
      const target = to[i]!;
      const length = label[source]! + weight[target]!;
      if (length === Infinity) continue;
      if (hit[i] !== 0) {
        before[i] = arrivedBy[source]!;
        ends.push(i);
        lengths.push(length);
      } else if (length < label[target]!) {
        label[target] = length;
        before[i] = arrivedBy[source]!;
        arrivedBy[target] = i;
      }
    }
    this.linksVisited += from.length;
    const order = Array.from(ends.keys()).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
    return order.map((k) => ends[k]!);
  }

  #collect(last: number): Int32Array {
    const path: number[] = [];
    for (let i = last; i >= 0; i = this.#before[i]!) path.push(i);
    return Int32Array.from(path.reverse());
  }

  /** Weights for the path with the fewest removable nodes, then the fewest links, that uses no removed node. */
  fewestCuttable(removed: Uint8Array): Float64Array {
    const { cost } = this.problem;
    return Float64Array.from(cost, (value, node) =>
      removed[node] !== 0 ? Infinity : value < Infinity ? perCuttable + 1 : 1,
    );
  }

  /** The removable nodes of a path, ascending, each once. */
  cuttableOf(path: Int32Array): Int32Array {
    const { from, to, cost } = this.problem;
    const nodes = new Set<number>();
    if (path.length > 0) nodes.add(from[path[0]!]!);
    for (const link of path) nodes.add(to[link]!);
    return Int32Array.from(nodes)
      .filter((node) => cost[node]! < Infinity)
      .sort();
  }
}
