import { median, tokenViews } from '@faultline/model';
import { eValue, evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectBursts } from '@faultline/detect';

const minBaseline = 200;

/**
 * T4, claimed against observed time: how long after its `iat` a token was first seen, against lawful tokens. The empirical tail is used,
 * because these delays are anything but normal. The claim is the attacker's to choose, so an ordinary delay excuses nothing.
 */
export const claimedTime: EvidenceTest = {
  family: 'time',
  id: 'T4',
  run({ index }) {
    const views = index.memo(tokenViews);
    const found = index.memo(suspectBursts).map((burst) => {
      const inside = new Set(burst.tokens);
      const lawful = views.flatMap((view) =>
        inside.has(view) || view.token.iatUs === null ? [] : [view.firstSeenUs - view.token.iatUs],
      );
      const delays = burst.tokens.flatMap((view) =>
        view.token.iatUs === null ? [] : [view.firstSeenUs - view.token.iatUs],
      );
      const base = { family: 'time', test: 'T4', n: delays.length } as const;
      if (lawful.length < minBaseline || delays.length < evidenceParameters.minBurst) {
        return {
          entity: burst.anchor,
          evidence: {
            ...base,
            status: 'MISSING' as const,
            p: null,
            e: 1,
            events: [],
            reason: `${lawful.length} lawful delays to compare with, ${minBaseline} needed`,
          },
        };
      }
      const typical = median(delays);
      const above = lawful.filter((delay) => delay >= typical).length;
      const below = lawful.filter((delay) => delay <= typical).length;
      const p = Math.min(1, (2 * (Math.min(above, below) + 1)) / (lawful.length + 1));
      const significant = p < evidenceParameters.significanceP;
      return {
        entity: burst.anchor,
        evidence: {
          ...base,
          status: significant ? ('SIGNIFICANT' as const) : ('NOT_SIGNIFICANT' as const),
          p,
          e: significant ? eValue(p) : 1,
          events: significant ? namedEvents(burst.tokens.map((view) => view.firstUse.id)) : [],
          reason: `first seen ${(typical / 1e6).toFixed(1)} s after their iat (median); lawful tokens ${(median(lawful) / 1e6).toFixed(1)} s`,
        },
      };
    });
    return { found, unknowns: [] };
  },
};
