import type { LinkingRule } from '../linking-rule.js';

// (:Any)-[:as given]->(:Any)     `faultline.link/1`
export const readyLink: LinkingRule = {
  id: 'graph.ready-link',
  draws: '(:Any)-[:GIVEN]->(:Any)',
  link(index, emit) {
    for (const event of index.of('link')) {
      emit({
        from: { ...event.from, label: event.from.key },
        to: { ...event.to, label: event.to.key },
        atUs: event.atUs,
        seq: event.seq,
        kind: event.linkKind,
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: event.bytes,
      });
    }
  },
};
