import { type EventIndex, partitionPoint, tokenViews } from '@faultline/model';
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
  return partitionPoint(sorted, (time) => time < to) - partitionPoint(sorted, (time) => time < from);
}
