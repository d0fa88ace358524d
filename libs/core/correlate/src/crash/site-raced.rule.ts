import { crashDefects, isRace, type RacingSite } from '@faultline/crash';
import type { Basis, EventOf } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:CodeSite)-[:RACED_IN]->(:Defect) of a race, (:CodeSite)-[:FAILED_IN]->(:Defect) of any other crash.
// Parties that are a mere hypothesis draw nothing.
export const siteRaced: LinkingRule = {
  id: 'crash.site-raced',
  draws: '(:CodeSite)-[:RACED_IN]->(:Defect), (:CodeSite)-[:FAILED_IN]->(:Defect)',
  link(index, emit) {
    for (const { entity, crashes } of index.memo(crashDefects).defects) {
      for (const { event, sites } of crashes) {
        for (const site of sites)
          emit({
            from: site.entity,
            to: entity,
            atUs: event.atUs,
            seq: 1,
            kind: isRace(event.crash.kind) ? 'raced-in' : 'failed-in',
            rule: this.id,
            basis: basisOf(event, site),
            events: [event.id],
            bytes: null,
          });
      }
    }
  },
};

function basisOf({ crash }: EventOf<'crash'>, { certainty }: RacingSite): Basis {
  if (!crash.confirmed) return 'claimed';
  return certainty === 'certain' ? 'observed' : 'inferred';
}
