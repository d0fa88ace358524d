import { commitEntity, userEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:User)-[:PUSHED]->(:Commit)
export const commitPushed: LinkingRule = {
  id: 'delivery.commit-pushed',
  draws: '(:User)-[:PUSHED]->(:Commit)',
  link(index, emit) {
    for (const event of index.of('vcs.push')) {
      if (event.sender === null) continue;
      emit({
        from: userEntity(event.sender),
        to: commitEntity(event.repository, event.commit),
        atUs: event.atUs,
        seq: -6,
        kind: 'pushed',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
