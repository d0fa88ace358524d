import type { LinkGroup } from './aggregate-links.js';
import type { GraphNodes } from './graph-level.js';

/**
 * What to keep of a graph that is too large even as classes: what must be kept, then the links that stand for most links of the exact graph,
 * with their ends, until `rowsMax`. Of equals the one that came first.
 */
export function mostEvidence(
  { kept }: GraphNodes,
  groups: readonly LinkGroup[],
  rowsMax: number,
): { readonly nodes: ReadonlySet<number>; readonly groups: readonly LinkGroup[] } {
  const nodes = new Set(kept);
  const chosen = new Set<LinkGroup>();
  const order = [...groups].sort((a, b) => Number(b.kept) - Number(a.kept) || b.count - a.count);
  for (const group of order) {
    const ends = new Set([group.from, group.to].filter((node) => !nodes.has(node)));
    if (!group.kept && nodes.size + chosen.size + ends.size + 1 > rowsMax) break;
    chosen.add(group);
    for (const node of ends) nodes.add(node);
  }
  return { nodes, groups: groups.filter((group) => chosen.has(group)) };
}
