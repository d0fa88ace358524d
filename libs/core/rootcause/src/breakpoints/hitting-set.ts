/**
 * Cheapest hitting set, exact, by branch and bound. Bounds come from a dual ascent (each unhit set pays as much as its elements still
 * allow), which also excludes elements whose remaining cost would pass the best known one. Work is counted in touched memberships, so a
 * budget means the same on every machine.
 */
export interface HittingSetAnswer {
  /** Chosen elements, ascending; null when no set below the limit exists, or the work ran out. */
  readonly chosen: readonly number[] | null;
  readonly cost: number;
  /** False: the work ran out, nothing is proven. */
  readonly finished: boolean;
  readonly work: number;
}

export interface HittingSetLimits {
  /** Only sets cheaper than this are looked for. */
  readonly below: number;
  readonly workMax: number;
}

/** Work that one membership costs before the search starts. */
const preparationWork = 16;

/** Relative slack for sums of costs that differ in rounding only. */
export const costSlack = 1e-9;

/** `sets` hold numbers of elements, each once per set; `cost[e]` finite and at least 0. An empty set cannot be hit. */
export function cheapestHittingSet(
  cost: ArrayLike<number>,
  sets: readonly (readonly number[] | Int32Array)[],
  limits: HittingSetLimits,
): HittingSetAnswer {
  // Preparation touches every membership a few times through maps, which is slower than the search's arrays.
  let work = preparationWork * sets.reduce((sum, set) => sum + set.length + 1, 0);
  let spent = 0;
  const chosen: number[] = [];
  if (work > limits.workMax) return { chosen: null, cost: Infinity, finished: false, work };
  for (const part of independentParts(minimalSets(sets), (set) => set)) {
    const solver = new PartSolver(cost, part, limits.below - spent, limits.workMax - work);
    const answer = solver.solve();
    work += answer.work;
    if (answer.chosen === null) return { ...answer, work };
    spent += answer.cost;
    chosen.push(...answer.chosen);
  }
  chosen.sort((a, b) => a - b);
  const total = chosen.reduce((sum, element) => sum + cost[element]!, 0);
  return { chosen, cost: total, finished: true, work };
}

/** Sets without those that contain another one: hitting the smaller hits the larger. Keeps the first of equal sets. */
export function minimalSets<S extends readonly number[] | Int32Array>(sets: readonly S[]): S[] {
  const bySize = [...sets].sort((a, b) => a.length - b.length);
  const kept: S[] = [];
  /** For each element the kept sets that hold it, by number. */
  const holders = new Map<number, number[]>();
  for (const set of bySize) {
    const seen = new Map<number, number>();
    let covered = false;
    for (const element of set) {
      for (const holder of holders.get(element) ?? []) {
        const count = (seen.get(holder) ?? 0) + 1;
        seen.set(holder, count);
        if (count === kept[holder]!.length) covered = true;
      }
      if (covered) break;
    }
    if (covered) continue;
    const number = kept.push(set) - 1;
    for (const element of set) {
      const list = holders.get(element);
      if (list === undefined) holders.set(element, [number]);
      else list.push(number);
    }
  }
  return kept;
}

/** Groups of items whose sets share no element with another group; each can be solved alone. Groups in order of their first item. */
export function independentParts<T>(
  items: readonly T[],
  setOf: (item: T) => readonly number[] | Int32Array,
): T[][] {
  const leader = new Map<number, number>();
  const find = (element: number): number => {
    let root = element;
    for (let up = leader.get(root)!; up !== root; up = leader.get(root)!) root = up;
    for (let x = element; x !== root;) {
      const up = leader.get(x)!;
      leader.set(x, root);
      x = up;
    }
    return root;
  };
  for (const item of items) {
    const set = setOf(item);
    for (const element of set) {
      if (!leader.has(element)) leader.set(element, element);
      leader.set(find(element), find(set[0]!));
    }
  }
  const parts = new Map<number, T[]>();
  for (const item of items) {
    const set = setOf(item);
    const root = set.length === 0 ? -1 : find(set[0]!);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [item]);
    else part.push(item);
  }
  return [...parts.values()];
}

/** Depth of the search, below what a stack holds; deeper counts as out of work. */
const branchesMax = 2000;

const FREE = 0;
const CHOSEN = 1;
const EXCLUDED = 2;

class PartSolver {
  readonly #elements: number[];
  readonly #cost: Float64Array;
  readonly #sets: Int32Array[];
  readonly #holders: Int32Array[];
  readonly #status: Uint8Array;
  /** Per set: how many chosen elements hit it, and how many elements are still free. */
  readonly #hits: Int32Array;
  readonly #free: Int32Array;
  readonly #trail: number[] = [];
  #spent = 0;
  #best: number;
  #bestChosen: number[] | null = null;
  #work = 0;
  #exhausted = false;

  constructor(
    cost: ArrayLike<number>,
    sets: readonly (readonly number[] | Int32Array)[],
    below: number,
    private readonly workMax: number,
  ) {
    const numberOf = new Map<number, number>();
    this.#elements = [];
    this.#sets = sets.map((set) =>
      Int32Array.from(set, (element) => {
        const known = numberOf.get(element);
        if (known !== undefined) return known;
        numberOf.set(element, this.#elements.length);
        return this.#elements.push(element) - 1;
      }),
    );
    this.#cost = Float64Array.from(this.#elements, (element) => cost[element]!);
    const holders = this.#elements.map((): number[] => []);
    this.#sets.forEach((set, s) => set.forEach((element) => holders[element]!.push(s)));
    this.#holders = holders.map((list) => Int32Array.from(list));
    this.#status = new Uint8Array(this.#elements.length);
    this.#hits = new Int32Array(sets.length);
    this.#free = Int32Array.from(this.#sets, (set) => set.length);
    this.#best = below;
  }

  solve(): HittingSetAnswer {
    this.#excludeDominated();
    this.#search();
    const chosen = this.#bestChosen;
    const finished = !this.#exhausted;
    if (!finished || chosen === null) return { chosen: null, cost: Infinity, finished, work: this.#work };
    return {
      chosen: chosen.map((element) => this.#elements[element]!),
      cost: this.#best,
      finished,
      work: this.#work,
    };
  }

  /** An element that hits no more than another of at most its cost is never needed. */
  #excludeDominated(): void {
    this.#excludeTwins();
    const rivalsMax = 400;
    const order = Array.from(this.#holders.keys()).filter((e) => this.#status[e] === FREE);
    if (order.length > rivalsMax) return;
    const bits = this.#holders.map((list) => new Set(list));
    for (const e of order) {
      const own = this.#holders[e]!;
      const dominated = order.some((rival) => {
        if (rival === e || this.#status[rival] !== FREE || this.#cost[rival]! > this.#cost[e]!) return false;
        if (this.#holders[rival]!.length < own.length) return false;
        this.#work += own.length;
        return own.every((s) => bits[rival]!.has(s));
      });
      if (dominated) this.#set(e, EXCLUDED);
    }
  }

  /** Of elements in exactly the same sets only the cheapest is needed. */
  #excludeTwins(): void {
    const cheapest = new Map<string, number>();
    for (let e = 0; e < this.#elements.length; e++) {
      const key = this.#holders[e]!.join();
      const rival = cheapest.get(key);
      if (rival === undefined || this.#cost[e]! < this.#cost[rival]!) cheapest.set(key, e);
      if (rival !== undefined) this.#set(cheapest.get(key) === e ? rival : e, EXCLUDED);
      this.#work += this.#holders[e]!.length;
    }
  }

  #set(element: number, status: number): void {
    this.#status[element] = status;
    this.#trail.push(element);
    const change = status === CHOSEN ? 1 : 0;
    if (status === CHOSEN) this.#spent += this.#cost[element]!;
    const holders = this.#holders[element]!;
    for (let k = 0; k < holders.length; k++) {
      const s = holders[k]!;
      this.#hits[s]! += change;
      this.#free[s]!--;
    }
    this.#work += holders.length;
  }

  #undoTo(length: number, spent: number): void {
    while (this.#trail.length > length) {
      const element = this.#trail.pop()!;
      const change = this.#status[element] === CHOSEN ? 1 : 0;
      const holders = this.#holders[element]!;
      for (let k = 0; k < holders.length; k++) {
        const s = holders[k]!;
        this.#hits[s]! -= change;
        this.#free[s]!++;
      }
      this.#status[element] = FREE;
    }
    this.#spent = spent;
  }

  #search(branches = 0): void {
    if (branches > branchesMax) this.#exhausted = true;
    if (this.#exhausted) return;
    const depth = this.#trail.length;
    const spent = this.#spent;
    const branch = this.#propagate();
    if (branch >= 0) {
      const inner = this.#trail.length;
      const innerSpent = this.#spent;
      this.#set(branch, CHOSEN);
      this.#search(branches + 1);
      this.#undoTo(inner, innerSpent);
      this.#set(branch, EXCLUDED);
      this.#search(branches + 1);
    }
    this.#undoTo(depth, spent);
  }

  /** Forced moves and the bound. Returns the element to branch on, or -1 when this node is done (solved, pruned or out of work). */
  #propagate(): number {
    for (;;) {
      if (this.#work > this.workMax) {
        this.#exhausted = true;
        return -1;
      }
      const open = this.#openSets();
      if (open === null) return -1;
      if (open.length === 0) {
        this.#record();
        return -1;
      }
      const smallest = open[0]!;
      if (this.#free[smallest] === 1) {
        this.#set(this.#onlyFree(smallest), CHOSEN);
        continue;
      }
      const verdict = this.#bound(open);
      if (verdict === 'pruned') return -1;
      if (verdict === 'open') return this.#mostTelling(smallest);
    }
  }

  /** Unhit sets, those with the fewest free elements first; null when one of them has none left or the cost limit is reached. */
  #openSets(): number[] | null {
    if (this.#tooDear(this.#spent)) return null;
    const open: number[] = [];
    for (let s = 0; s < this.#sets.length; s++) {
      if (this.#hits[s] !== 0) continue;
      if (this.#free[s] === 0) return null;
      open.push(s);
    }
    this.#work += this.#sets.length;
    return open.sort((a, b) => this.#free[a]! - this.#free[b]! || a - b);
  }

  #onlyFree(s: number): number {
    return this.#sets[s]!.find((element) => this.#status[element] === FREE)!;
  }

  #tooDear(cost: number): boolean {
    return cost >= this.#best - costSlack * Math.max(1, Math.abs(this.#best));
  }

  #record(): void {
    this.#best = this.#spent;
    this.#bestChosen = [];
    for (let e = 0; e < this.#status.length; e++) if (this.#status[e] === CHOSEN) this.#bestChosen.push(e);
  }

  #bound(open: readonly number[]): 'pruned' | 'changed' | 'open' {
    const left = this.#cost.slice();
    let bound = this.#spent;
    for (const s of open) {
      const set = this.#sets[s]!;
      let pay = Infinity;
      for (let k = 0; k < set.length; k++) {
        const element = set[k]!;
        if (this.#status[element] === FREE && left[element]! < pay) pay = left[element]!;
      }
      this.#work += set.length;
      if (pay === 0) continue;
      bound += pay;
      for (let k = 0; k < set.length; k++) left[set[k]!]! -= pay;
    }
    if (this.#tooDear(bound)) return 'pruned';
    let changed = false;
    for (let e = 0; e < left.length; e++) {
      if (this.#status[e] === FREE && this.#tooDear(bound + left[e]!)) {
        this.#set(e, EXCLUDED);
        changed = true;
      }
    }
    return changed ? 'changed' : 'open';
  }

  /** The free element of a set that hits most unhit sets per cost. */
  #mostTelling(s: number): number {
    let best = -1;
    let bestScore = -1;
    for (const element of this.#sets[s]!) {
      if (this.#status[element] !== FREE) continue;
      let unhit = 0;
      for (const holder of this.#holders[element]!) if (this.#hits[holder] === 0) unhit++;
      this.#work += this.#holders[element]!.length;
      const score = unhit / (this.#cost[element]! || Number.MIN_VALUE);
      if (score > bestScore) {
        best = element;
        bestScore = score;
      }
    }
    return best;
  }
}
