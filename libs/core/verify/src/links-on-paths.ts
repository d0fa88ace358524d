import type { Certificate } from '@faultline/model';

type PathLink = Pick<Certificate['links'][number], 'from' | 'to' | 'seq'>;

/**
 * Links that lie on a time-respecting way from an origin to an impact: one sweep back from the impacts, one forward from the origins.
 * `inOrder` is ascending by `seq`; `latest` says up to which `seq` a link into an impact counts.
 */
export function linksOnPaths<T extends PathLink>(
  inOrder: readonly T[],
  origins: Iterable<string>,
  latest: ReadonlyMap<string, number>,
): T[] {
  const leads = new Uint8Array(inOrder.length);
  const needed = new Set<string>();
  for (let i = inOrder.length - 1; i >= 0; i--) {
    const { from, to, seq } = inOrder[i]!;
    if (!needed.has(to) && seq > (latest.get(to) ?? -Infinity)) continue;
    leads[i] = 1;
    needed.add(from);
  }
  const reached = new Set(origins);
  return inOrder.filter(({ from, to }, i) => {
    if (!reached.has(from)) return false;
    reached.add(to);
    return leads[i] === 1;
  });
}
