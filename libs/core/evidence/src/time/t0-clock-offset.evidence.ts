import { median, medianDeviation, tokenViews } from '@faultline/model';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectBursts } from '@faultline/detect';

const minPairs = 30;
const apartUs = 5_000_000;

/**
 * T0, clock offset between the issuer (`iat`, stamped by the issuing host) and the ledger that records the issuance. It carries no weight of
 * its own: it says how far apart two sources' clocks may be before an order between them means anything.
 */
export const clockOffset: EvidenceTest = {
  family: 'time',
  id: 'T0',
  run({ index }) {
    const offsets = index
      .memo(tokenViews)
      .flatMap((view) =>
        view.issued === null || view.token.iatUs === null ? [] : [view.issued.atUs - view.token.iatUs],
      );
    const centre = median(offsets);
    const spread = medianDeviation(offsets, centre);
    const found = index.memo(suspectBursts).map((burst) => ({
      entity: burst.anchor,
      evidence: {
        family: 'time',
        test: 'T0',
        status: offsets.length < minPairs ? ('MISSING' as const) : ('NOT_SIGNIFICANT' as const),
        p: null,
        e: 1,
        n: offsets.length,
        events: namedEvents([]),
        reason:
          offsets.length < minPairs
            ? `${offsets.length} pairs of iat and ledger time, ${minPairs} needed`
            : `ledger time is ${(centre / 1e6).toFixed(1)} s after iat (median; deviation ${(spread / 1e6).toFixed(1)} s)${Math.abs(centre) > apartUs ? ': the clocks differ' : ''}`,
      },
    }));
    return { found, unknowns: [] };
  },
};
