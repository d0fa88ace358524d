/** Disjoint sets of names (union-find with halving of paths): cost practically constant for each call. */
export interface Sets {
  add(name: string): void;
  join(one: string, other: string): void;
  /** The name that stands for the set: the smallest, so that no order of joining shows. Adds an unknown name. */
  find(name: string): string;
}

export function createSets(): Sets {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    for (;;) {
      const parent = parents.get(at);
      if (parent === undefined) parents.set(at, at);
      if (parent === undefined || parent === at) return at;
      const next = parents.get(parent) ?? parent;
      parents.set(at, next);
      at = next;
    }
  };
  return {
    add: (name) => void find(name),
    join: (one, other) => {
      const [left, right] = [find(one), find(other)].sort();
      if (left !== undefined && right !== undefined) parents.set(right, left);
    },
    find,
  };
}
