import type { Appearances } from './appearances.js';

/**
 * Column of every place: one more than the rightmost cause that precedes it (longest path over the arrows that run forward in causal
 * order, so there is no cycle). A place that nothing leads to stands just left of its first effect, not at the far left. O(places + arrows).
 */
export function columnsOf({ places, arrows }: Appearances): readonly number[] {
  const columns = places.map(() => 0);
  const forward = arrows.filter((arrow) => arrow.from < arrow.to);
  const incoming = places.map(() => 0);
  const outgoing = places.map((): number[] => []);
  const next = places.map((): number[] => []);
  for (const arrow of forward) {
    incoming[arrow.to] = (incoming[arrow.to] ?? 0) + 1;
    outgoing[arrow.from]?.push(arrow.to);
  }
  // Places are in causal order, so every cause is final before its effects are visited.
  outgoing.forEach((targets, from) => {
    for (const to of targets) {
      columns[to] = Math.max(columns[to] ?? 0, (columns[from] ?? 0) + 1);
      next[from]?.push(to);
    }
  });
  places.forEach((_, index) => {
    const targets = next[index] ?? [];
    if ((incoming[index] ?? 0) === 0 && targets.length > 0)
      columns[index] = Math.min(...targets.map((to) => columns[to] ?? 0)) - 1;
  });
  const used = [...new Set(columns)].sort((a, b) => a - b);
  const dense = new Map(used.map((column, index) => [column, index]));
  return columns.map((column) => dense.get(column) ?? 0);
}
