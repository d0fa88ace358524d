import type { CutProblem } from './cut-problem.js';

/**
 * Minimum vertex cut of the graph without time (every link usable at any moment), by Dinic's algorithm on split nodes. It disconnects
 * every temporal path too, so it is a valid set, but may cost more than the temporal optimum. The cut nearest to the origins (the
 * source side of the residual graph). Null when paths that ignore time cannot be cut, or the work ran out. Deterministic.
 */
export function staticCut(problem: CutProblem, arcsVisitedMax: number): number[] | null {
  const network = new Network(2 * problem.nodeCount + 2);
  const source = 2 * problem.nodeCount;
  const sink = source + 1;
  for (let node = 0; node < problem.nodeCount; node++)
    network.addArc(2 * node, 2 * node + 1, problem.cost[node]!);
  for (const origin of problem.origins) network.addArc(source, 2 * origin, Infinity);
  const seen = new Set<number>();
  for (let i = 0; i < problem.from.length; i++) {
    const tail = 2 * problem.from[i]! + 1;
    const head = problem.hit[i] !== 0 ? sink : 2 * problem.to[i]!;
    const pair = tail * (sink + 1) + head;
    if (seen.has(pair)) continue;
    seen.add(pair);
    network.addArc(tail, head, Infinity);
  }
  const reached = network.minimumCut(source, sink, arcsVisitedMax);
  if (reached === null) return null;
  const cut: number[] = [];
  for (const node of problem.cuttable)
    if (reached[2 * node]! >= 0 && reached[2 * node + 1]! < 0) cut.push(node);
  return cut;
}

class Network {
  readonly #head: number[] = [];
  readonly #room: number[] = [];
  readonly #next: number[] = [];
  readonly #first: Int32Array;
  #visited = 0;

  constructor(private readonly nodeCount: number) {
    this.#first = new Int32Array(nodeCount).fill(-1);
  }

  addArc(tail: number, head: number, room: number): void {
    this.#push(tail, head, room);
    this.#push(head, tail, 0);
  }

  #push(tail: number, head: number, room: number): void {
    this.#next.push(this.#first[tail]!);
    this.#first[tail] = this.#head.push(head) - 1;
    this.#room.push(room);
  }

  /** Levels of the last residual search: at least 0 on the source side. Null: unbounded flow, or too much work. */
  minimumCut(source: number, sink: number, visitedMax: number): Int32Array | null {
    for (;;) {
      const level = this.#levels(source);
      if (level[sink]! < 0) return level;
      const current = this.#first.slice();
      while (this.#augment(source, sink, level, current)) {
        if (this.#visited > visitedMax) return null;
      }
      if (this.#unbounded || this.#visited > visitedMax) return null;
    }
  }

  #unbounded = false;

  #levels(source: number): Int32Array {
    const level = new Int32Array(this.nodeCount).fill(-1);
    level[source] = 0;
    const queue = [source];
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      for (let arc = this.#first[node]!; arc >= 0; arc = this.#next[arc]!) {
        this.#visited++;
        const head = this.#head[arc]!;
        if (this.#room[arc]! <= 0 || level[head]! >= 0) continue;
        level[head] = level[node]! + 1;
        queue.push(head);
      }
    }
    return level;
  }

  /** One path of the level graph, depth first without recursion; false when the blocking flow is complete. */
  #augment(source: number, sink: number, level: Int32Array, current: Int32Array): boolean {
    const path: number[] = [];
    let node = source;
    while (node !== sink) {
      const arc = this.#nextArc(node, level, current);
      if (arc >= 0) {
        path.push(arc);
        node = this.#head[arc]!;
        continue;
      }
      const back = path.pop();
      if (back === undefined) return false;
      node = this.#head[back ^ 1]!;
      current[node] = this.#next[current[node]!]!;
    }
    let flow = Infinity;
    for (const arc of path) flow = Math.min(flow, this.#room[arc]!);
    if (flow === Infinity) {
      this.#unbounded = true;
      return false;
    }
    for (const arc of path) {
      this.#room[arc]! -= flow;
      this.#room[arc ^ 1]! += flow;
    }
    return true;
  }

  #nextArc(node: number, level: Int32Array, current: Int32Array): number {
    let arc = current[node]!;
    while (arc >= 0 && !(this.#room[arc]! > 0 && level[this.#head[arc]!] === level[node]! + 1)) {
      this.#visited++;
      arc = this.#next[arc]!;
    }
    current[node] = arc;
    return arc;
  }
}
