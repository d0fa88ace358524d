import { isDeath } from '@faultline/crash';
import { evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectSites } from './crash-site-evidence.js';

/** Where a site had no part in the defect, chance would put it on top of a dump at most this often. */
const chance = 0.1;

/** X3, repetition: the same site in several deaths of the same defect. A race strikes at random times, so each death is a new look at it. */
export const repeatedCrash: EvidenceTest = {
  family: 'repeat',
  id: 'X3',
  run({ index }) {
    const found = index.memo(suspectSites).flatMap((suspect) => {
      // A goroutine that merely stands about does so in every dump.
      const deaths = suspect.appearances.filter(
        ({ crash, site }) => isDeath(crash.event) && site.certainty === 'certain',
      );
      if (deaths.length < 2) return [];
      return [
        {
          entity: suspect.entity,
          evidence: {
            family: 'repeat',
            test: 'X3',
            status: 'SIGNIFICANT' as const,
            p: null,
            e: Math.min(evidenceParameters.capUpper, chance ** (1 - deaths.length)),
            n: deaths.length,
            events: namedEvents(deaths.map(({ crash }) => crash.event.id)),
            reason: `${suspect.entity.label} took part in ${deaths.length} deaths of the same defect`,
          },
        },
      ];
    });
    return { found, unknowns: [] };
  },
};
