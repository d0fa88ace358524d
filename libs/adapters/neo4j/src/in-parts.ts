/** Rows that one transaction writes at most: large enough to spread its cost, small enough for a server with a heap of some hundred megabytes. */
const ROWS_MAX = 5_000;
/** Keys can be long, and a transaction lives in the server's heap until it ends. */
const CHARACTERS_MAX = 4_000_000;

/** Splits a list so that no part exceeds the bounds; a single item may. */
export function* inParts<T>(items: readonly T[], charactersOf: (item: T) => number): Generator<readonly T[]> {
  let part: T[] = [];
  let characters = 0;
  for (const item of items) {
    const size = charactersOf(item);
    if (part.length > 0 && (part.length >= ROWS_MAX || characters + size > CHARACTERS_MAX)) {
      yield part;
      part = [];
      characters = 0;
    }
    part.push(item);
    characters += size;
  }
  if (part.length > 0) yield part;
}

/** The items by a name, names in the order in which they first come. */
export function byName<T>(
  items: readonly T[],
  nameOf: (item: T) => string | null,
): ReadonlyMap<string | null, readonly T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
