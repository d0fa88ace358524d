import { crashDefects } from '@faultline/crash';
import { crashEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Crash)-[:TOOK_DOWN]->(:Service|Process)
// The race detector alone takes nothing down. Inferred where only the requests of that second name the service.
export const crashTookDown: LinkingRule = {
  id: 'crash.took-down',
  draws: '(:Crash)-[:TOOK_DOWN]->(:Service|Process)',
  link(index, emit) {
    const { defects, placeless } = index.memo(crashDefects);
    for (const { event, place } of [...defects.flatMap(({ crashes }) => crashes), ...placeless]) {
      if (place === null) continue;
      emit({
        from: crashEntity(event),
        to: place.entity,
        atUs: event.atUs,
        seq: 3,
        kind: 'took-down',
        rule: this.id,
        basis: event.crash.confirmed ? place.basis : 'claimed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
