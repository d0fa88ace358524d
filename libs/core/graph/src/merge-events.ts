/** Evidence ids kept per link: enough to show, small enough that a flood of equal records does not grow the graph. */
export const eventsPerLinkMax = 20;

/**
 * Evidence of one link out of that of its identical drafts. One list (or equal ones) keeps its order, most telling first; different lists
 * become their sorted union, so that the result does not depend on the order of input.
 */
export function mergeEvents(lists: readonly (readonly string[])[]): readonly string[] {
  const first = lists[0] ?? [];
  if (lists.every((list) => sameList(list, first))) {
    return first.length <= eventsPerLinkMax ? first : first.slice(0, eventsPerLinkMax);
  }
  const union = new Set<string>();
  for (const list of lists) for (const event of list) union.add(event);
  return [...union].sort().slice(0, eventsPerLinkMax);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((event, index) => event === b[index]));
}
