/** Steps before a family counts as too hard to check; some seconds. Steps, not time: every machine gives the same verdict. */
const stepsMax = 60_000_000;

export interface HittingCost {
  /** Least total cost of elements that meet every set; null: not known within the step limit. Infinity: a set is empty. */
  readonly cost: number | null;
}

/**
 * Cost of the cheapest hitting set, by taking the smallest open set and trying each of its elements in turn, where an element that was
 * tried is barred from the tries after it. A try ends when what is spent and what open sets must still pay at least (each set takes its
 * due from its elements' costs, no cost is used twice) reach the best known. Sets that share no element are solved apart.
 */
export function leastHittingCost(
  sets: readonly ReadonlySet<string>[],
  costOf: (element: string) => number,
): HittingCost {
  const steps = { left: stepsMax };
  let total = 0;
  const minimal = withoutSupersets(sets, steps);
  if (steps.left < 0) return { cost: null };
  for (const group of groups(minimal)) {
    const search = new GroupSearch(group, costOf, steps);
    const cost = search.least();
    if (cost === null) return { cost: null };
    total += cost;
  }
  return { cost: total };
}

function withoutSupersets(
  sets: readonly ReadonlySet<string>[],
  steps: { left: number },
): ReadonlySet<string>[] {
  const kept: ReadonlySet<string>[] = [];
  const keptWith = new Map<string, ReadonlySet<string>[]>();
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    if (steps.left < 0) return [];
    if (containsOneOf(set, keptWith, steps)) continue;
    kept.push(set);
    const [first] = set;
    if (first === undefined) continue;
    // Filed under one element is enough: a superset holds every element of the smaller set.
    const filed = keptWith.get(first);
    if (filed === undefined) keptWith.set(first, [set]);
    else filed.push(set);
  }
  return kept;
}

function containsOneOf(
  set: ReadonlySet<string>,
  keptWith: ReadonlyMap<string, readonly ReadonlySet<string>[]>,
  steps: { left: number },
): boolean {
  for (const element of set) {
    for (const smaller of keptWith.get(element) ?? []) {
      let all = true;
      for (const other of smaller) {
        steps.left--;
        if (!set.has(other)) {
          all = false;
          break;
        }
      }
      if (all) return true;
    }
  }
  return false;
}

function groups(sets: readonly ReadonlySet<string>[]): ReadonlySet<string>[][] {
  const setsWith = new Map<string, number[]>();
  sets.forEach((set, number) => {
    for (const element of set) {
      const list = setsWith.get(element);
      if (list === undefined) setsWith.set(element, [number]);
      else list.push(number);
    }
  });
  const done = new Set<number>();
  const result: ReadonlySet<string>[][] = [];
  for (const start of sets.keys()) {
    if (done.has(start)) continue;
    done.add(start);
    const members = [start];
    for (let at = 0; at < members.length; at++) {
      for (const element of sets[members[at]!]!) {
        for (const other of setsWith.get(element) ?? []) {
          if (!done.has(other)) members.push(other);
          done.add(other);
        }
        setsWith.delete(element);
      }
    }
    result.push(members.map((number) => sets[number]!));
  }
  return result;
}

/** How often an element may be tried within a try: far below what a stack holds. */
const depthMax = 1500;

class GroupSearch {
  readonly #cost: number[] = [];
  readonly #sets: number[][];
  readonly #taken: boolean[] = [];
  readonly #barred: boolean[] = [];
  readonly #size: number;
  #best = Infinity;
  #tooLarge = false;

  constructor(
    sets: readonly ReadonlySet<string>[],
    costOf: (element: string) => number,
    private readonly steps: { left: number },
  ) {
    const numberOf = new Map<string, number>();
    this.#sets = sets.map((set) =>
      [...set].map((element) => {
        const known = numberOf.get(element) ?? numberOf.size;
        if (known === numberOf.size) {
          numberOf.set(element, known);
          this.#cost.push(costOf(element));
          this.#taken.push(false);
          this.#barred.push(false);
        }
        return known;
      }),
    );
    this.#size = sets.reduce((total, set) => total + set.size, 0);
  }

  least(): number | null {
    this.#try(0, 0);
    return this.#tooLarge ? null : this.#best;
  }

  #try(spent: number, depth: number): void {
    if (depth > depthMax) this.#tooLarge = true;
    if (this.#tooLarge) return;
    const open = this.#sets.filter((set) => !set.some((element) => this.#taken[element]));
    this.steps.left -= this.#size;
    const usable = open
      .map((set) => set.filter((element) => !this.#barred[element]))
      .sort((a, b) => a.length - b.length);
    const [smallest] = usable;
    if (smallest === undefined) {
      this.#best = Math.min(this.#best, spent);
      return;
    }
    const { due, left } = this.#due(usable);
    if (this.steps.left < 0) this.#tooLarge = true;
    if (smallest.length === 0 || this.#hopeless(spent + due)) return;
    const barredHere: number[] = [];
    const hits = new Map<number, number>();
    for (const set of usable) for (const element of set) hits.set(element, (hits.get(element) ?? 0) + 1);
    const worth = (element: number) => hits.get(element)! / (this.#cost[element]! || 1e-9);
    for (const element of smallest.sort((a, b) => worth(b) - worth(a))) {
      if (!this.#hopeless(spent + due + left[element]!)) {
        this.#taken[element] = true;
        this.#try(spent + this.#cost[element]!, depth + 1);
        this.#taken[element] = false;
      }
      this.#barred[element] = true;
      barredHere.push(element);
    }
    for (const element of barredHere) this.#barred[element] = false;
  }

  #hopeless(cost: number): boolean {
    return cost >= this.#best - 1e-10 * Math.max(1, cost);
  }

  /** What the open sets must pay at least, and what of each element's cost no set has claimed. */
  #due(usable: readonly (readonly number[])[]): { due: number; left: number[] } {
    const left = [...this.#cost];
    let due = 0;
    for (const set of usable) {
      const pay = set.reduce((least, element) => Math.min(least, left[element]!), Infinity);
      this.steps.left -= set.length;
      due += pay;
      for (const element of set) left[element]! -= pay;
    }
    return { due, left };
  }
}
