import { tokenViews, type EventIndex } from '@faultline/model';
import { claimedUs, suspectBursts } from '@faultline/detect';

/** Times of lawful issuances, ascending: the ledger's where there is one, else the claimed times of tokens outside every suspect burst. */
export function lawfulIssuances(index: EventIndex): readonly number[] {
  const ledger = index.of('token.issue');
  if (ledger.length >= 100) return ledger.map((event) => event.atUs);
  const suspects = new Set(index.memo(suspectBursts).flatMap((burst) => burst.tokens));
  return index
    .memo(tokenViews)
    .filter((view) => !suspects.has(view))
    .map(claimedUs)
    .sort((a, b) => a - b);
}

/** How many of the sorted times lie in [from, to). Cost: O(log n). */
export function countBetween(sorted: readonly number[], from: number, to: number): number {
  return lowerBound(sorted, to) - lowerBound(sorted, from);
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
