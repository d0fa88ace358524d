import { issuerView } from '@faultline/model';
import { evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { pairPublished, suspectBursts } from '@faultline/detect';

/**
 * J1, issuer-key binding: the pair (iss, kid) must stand in that issuer's key history. A key of one issuer under another issuer's name is a
 * deterministic contradiction; a key that no history holds is one only where the named issuer's history is at hand.
 */
export const keyBinding: EvidenceTest = {
  family: 'token',
  id: 'J1',
  run({ index }) {
    const issuers = index.memo(issuerView);
    const bursts = index.memo(suspectBursts);
    const found = bursts.map((burst) => {
      const first = burst.tokens[0];
      const n = burst.tokens.length;
      const events = namedEvents(burst.tokens.map((view) => view.firstUse.id));
      const result = (status: 'SIGNIFICANT' | 'NOT_SIGNIFICANT' | 'MISSING', e: number, reason: string) => ({
        entity: burst.anchor,
        evidence: {
          family: 'token',
          test: 'J1',
          status,
          p: null,
          e,
          n,
          events: status === 'SIGNIFICANT' ? events : [],
          reason,
        },
      });
      if (!issuers.hasHistory) return result('MISSING', 1, 'no key history (JWKS) was read');
      if (burst.iss === null || burst.kid === null || first === undefined)
        return result('MISSING', 1, 'the tokens name no issuer or no key');
      if (pairPublished(first, issuers))
        return result('NOT_SIGNIFICANT', 1, `issuer ${burst.iss} did publish key ${burst.kid}`);
      const owners = issuers.issuersOfKey(burst.kid).map((holder) => holder.issuer);
      if (owners.length > 0) {
        return result(
          'SIGNIFICANT',
          evidenceParameters.flagLikelihoodRatio,
          `the tokens name issuer ${burst.iss}, but their key ${burst.kid} belongs to ${owners.join(', ')}`,
        );
      }
      if (issuers.issuers.has(burst.iss)) {
        return result(
          'SIGNIFICANT',
          evidenceParameters.flagLikelihoodRatio,
          `issuer ${burst.iss} never published key ${burst.kid}`,
        );
      }
      return result(
        'MISSING',
        1,
        `neither issuer ${burst.iss} nor key ${burst.kid} stands in any key history`,
      );
    });
    const unknowns =
      issuers.hasHistory || bursts.length === 0
        ? []
        : [
            {
              what: 'join issuer → signing key (JWKS history)',
              why: 'no key history was read',
              effect: 'whether the key belongs to the issuer that the tokens name cannot be checked',
            },
          ];
    return { found, unknowns };
  },
};
