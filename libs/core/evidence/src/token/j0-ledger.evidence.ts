import { tokenViews } from '@faultline/model';
import { eValue, evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import {
  absenceP,
  issuerLedgers,
  ledgerCovers,
  lossOf,
  mostLoss,
  suspectBursts,
  tokensBeside,
} from '@faultline/detect';

const minBaseline = 50;

/**
 * J0, ledger reconciliation: tokens were used that the issuance ledger of their issuer, or of their key's owner, does not know although it covers
 * the time. The ledger's own loss rate, taken from the issuer's tokens outside the burst, decides how surprising that is: so many absent of all tokens of the class at that time.
 */
export const ledgerReconciliation: EvidenceTest = {
  family: 'token',
  id: 'J0',
  run({ index }) {
    const ledgers = index.memo(issuerLedgers);
    const views = index.memo(tokenViews);
    const bursts = index.memo(suspectBursts);
    if (ledgers.entries === 0) {
      return {
        found: bursts.map((burst): LocatedEvidence =>
          located(burst.anchor, 'MISSING', null, 1, burst.tokens.length, [], 'no issuance ledger was read'),
        ),
        unknowns:
          views.length === 0
            ? []
            : [
                {
                  what: 'join issuance ledger → token use (jti)',
                  why: 'no issuance ledger with token ids was read',
                  effect:
                    'whether the issuer really issued these tokens cannot be checked; token evidence is weaker',
                },
              ],
      };
    }
    const found = bursts.map((burst): LocatedEvidence => {
      const [first] = burst.tokens;
      const responsible = first === undefined ? [] : ledgers.responsible(first);
      if (responsible.length === 0) {
        return located(
          burst.anchor,
          'MISSING',
          null,
          1,
          burst.tokens.length,
          [],
          `no ledger of ${burst.iss === null ? 'their issuer' : `issuer ${burst.iss}`} or of an owner of their key was read`,
        );
      }
      const outside = tokensBeside(responsible, new Set([...burst.tokens, ...burst.peers]));
      const covered = burst.peers.filter((view) => ledgerCovers(responsible, view));
      const absent = covered.filter((view) => view.issued === null);
      const events = namedEvents(absent.map((view) => view.firstUse.id));
      if (covered.length < evidenceParameters.minBurst || outside.covered < minBaseline) {
        return located(
          burst.anchor,
          'MISSING',
          null,
          1,
          covered.length,
          [],
          `ledger covers ${covered.length} of ${burst.peers.length} tokens, ${outside.covered} tokens to compare with`,
        );
      }
      const loss = lossOf(outside);
      if (loss > mostLoss) {
        return located(
          burst.anchor,
          'MISSING',
          null,
          1,
          covered.length,
          [],
          `the ledger knows only ${Math.round(100 * (1 - loss))} % of all other tokens, so absence says little`,
        );
      }
      const p = absenceP(covered, loss);
      const significant = p < evidenceParameters.significanceP;
      const reason = `${absent.length} of ${covered.length} tokens were used but never issued according to the ledger, which misses ${(100 * loss).toFixed(2)} % of other tokens`;
      return located(
        burst.anchor,
        significant ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
        p,
        significant ? Math.max(eValue(p), p < 1e-4 ? evidenceParameters.flagLikelihoodRatio : 1) : 1,
        covered.length,
        events,
        reason,
      );
    });
    const unknowns =
      views.length > 0
        ? []
        : [
            {
              what: 'join token use → issuance ledger (jti)',
              why: 'an issuance ledger was read, but no record of tokens being used',
              effect: 'forged tokens cannot be told from issued ones, nor requests tied to the issuer',
            },
          ];
    return { found, unknowns };
  },
};

function located(
  entity: LocatedEvidence['entity'],
  status: LocatedEvidence['evidence']['status'],
  p: number | null,
  e: number,
  n: number,
  events: string[],
  reason: string,
): LocatedEvidence {
  return { entity, evidence: { family: 'token', test: 'J0', status, p, e, n, events, reason } };
}
