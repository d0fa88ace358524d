import { serviceEntity, type EventOf } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';
import { contradictedBursts } from './contradicted-bursts.js';

/** Fewer refusals than this at one service are a stray. */
const leastRefusals = 5;

/**
 * Tokens of a suspect burst that a service refused, too few or too slowly for a burst of refusals of its own. ATT&CK T1606. The service was attacked
 * all the same, and belongs in the answer.
 */
export const unissuedTokenRefused: Detection = {
  id: 'unissued-token-refused',
  find(index) {
    const byService = new Map<string, EventOf<'token.use'>[]>();
    for (const use of index
      .memo(contradictedBursts)
      .flatMap((burst) => burst.tokens.flatMap((view) => view.uses))) {
      if (use.status !== 401 && use.status !== 403) continue;
      const list = byService.get(use.service);
      if (list === undefined) byService.set(use.service, [use]);
      else list.push(use);
    }
    return [...byService].flatMap(([service, uses]) =>
      uses.length < leastRefusals ? [] : impactOf(service, uses),
    );
  },
};

function impactOf(service: string, uses: readonly EventOf<'token.use'>[]): ImpactCandidate[] {
  const last = uses.reduce((a, b) => (b.atUs > a.atUs || (b.atUs === a.atUs && b.id > a.id) ? b : a));
  return [
    {
      detection: 'unissued-token-refused',
      title: `Tokens that were never issued were presented to ${service}`,
      severity: 'medium',
      score: Math.log10(uses.length),
      entity: serviceEntity(service),
      by: null,
      atUs: last.atUs,
      event: last.id,
      why: `${uses.length} requests with tokens that no issuer is on record for were refused`,
      attack: ['T1606'],
      carriers: new Set(uses.map((use) => use.id)),
      horizonUs: null,
    },
  ];
}
