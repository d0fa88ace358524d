import { crashDefects } from '@faultline/crash';
import { crashEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Defect)-[:SHOWED_IN]->(:Crash)
// One defect, however many dumps each show a part of it.
export const defectShowed: LinkingRule = {
  id: 'crash.defect-showed',
  draws: '(:Defect)-[:SHOWED_IN]->(:Crash)',
  link(index, emit) {
    for (const { entity, crashes } of index.memo(crashDefects).defects) {
      for (const { event } of crashes)
        emit({
          from: entity,
          to: crashEntity(event),
          atUs: event.atUs,
          seq: 2,
          kind: 'showed-in',
          rule: this.id,
          basis: event.crash.confirmed ? 'observed' : 'claimed',
          events: [event.id],
          bytes: null,
        });
    }
  },
};
