/**
 * Order of nodes in which every cause precedes its effects; nodes of one cycle keep the order given, which is that of their first link.
 * Nodes are 0..count-1, `next[i]` the effects of i. Strongly connected components by Tarjan's algorithm (1972), without recursion, since a
 * chain may be as long as an attacker likes. O(nodes + arrows).
 */
export function causalOrder(next: readonly (readonly number[])[]): readonly number[] {
  const index: number[] = [];
  const low: number[] = [];
  const onStack = new Set<number>();
  const stack: number[] = [];
  const components: number[][] = [];
  let visited = 0;

  const open = (node: number): void => {
    index[node] = visited;
    low[node] = visited;
    visited += 1;
    stack.push(node);
    onStack.add(node);
  };
  const lower = (node: number, value: number | undefined): void => {
    low[node] = Math.min(low[node] ?? Infinity, value ?? Infinity);
  };
  const close = (node: number): void => {
    if (low[node] !== index[node]) return;
    const component = stack.splice(stack.lastIndexOf(node));
    for (const member of component) onStack.delete(member);
    components.push(component.sort((a, b) => a - b));
  };

  for (let start = next.length - 1; start >= 0; start -= 1) {
    if (index[start] !== undefined) continue;
    open(start);
    const walk: { readonly node: number; child: number }[] = [{ node: start, child: 0 }];
    for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
      const target = next[step.node]?.[step.child];
      step.child += 1;
      if (target === undefined) {
        walk.pop();
        const parent = walk.at(-1);
        if (parent !== undefined) lower(parent.node, low[step.node]);
        close(step.node);
      } else if (index[target] === undefined) {
        open(target);
        walk.push({ node: target, child: 0 });
      } else if (onStack.has(target)) lower(step.node, index[target]);
    }
  }
  // Tarjan's algorithm closes effects before their causes.
  return components.reverse().flat();
}
