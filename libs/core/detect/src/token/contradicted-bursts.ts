import { issuerView, type EventIndex } from '@faultline/model';
import { issuerLedgers, ledgerCovers, lossOf, tokensBeside } from './issuer-ledgers.js';
import { keyContradicts, mostLoss, suspectBursts, type SuspectBurst } from './suspect-bursts.js';

/**
 * Suspect bursts that contradict a witness: the ledger of the issuer or of the key's owner covers the time, knows other tokens and not most of these, or a key
 * history in which the key was never the named issuer's. An issuer that is on record nowhere contradicts nothing.
 */
export function contradictedBursts(index: EventIndex): readonly SuspectBurst[] {
  const issuers = index.memo(issuerView);
  const ledgers = index.memo(issuerLedgers);
  return index.memo(suspectBursts).filter((burst) => {
    const [first] = burst.tokens;
    if (first === undefined) return false;
    if (keyContradicts(first, issuers)) return true;
    const responsible = ledgers.responsible(first);
    const absent = burst.tokens.filter(
      (view) => view.issued === null && ledgerCovers(responsible, view),
    ).length;
    return (
      absent * 2 > burst.tokens.length &&
      lossOf(tokensBeside(responsible, new Set([...burst.tokens, ...burst.peers]))) <= mostLoss
    );
  });
}
