import { issuerView, type EventIndex } from '@faultline/model';
import { ledgerCoverage } from './ledger-coverage.js';
import { pairPublished, suspectBursts, type SuspectBurst } from './suspect-bursts.js';

/**
 * Suspect bursts that contradict a witness: a ledger that covers the time and does not know most of the tokens, or a key history in which the key was
 * never the named issuer's.
 */
export function contradictedBursts(index: EventIndex): readonly SuspectBurst[] {
  const hasLedger = index.memo(ledgerCoverage).entries > 0;
  const issuers = index.memo(issuerView);
  return index.memo(suspectBursts).filter((burst) => {
    const absent = burst.tokens.filter((view) => view.issued === null).length;
    const first = burst.tokens[0];
    const unpublished = issuers.hasHistory && first !== undefined && !pairPublished(first, issuers);
    return (hasLedger && absent * 2 > burst.tokens.length) || unpublished;
  });
}
