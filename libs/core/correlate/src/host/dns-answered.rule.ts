import { domainEntity, ipEntity, processEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Domain)-[:ANSWERED]->(:Process)    (:Domain)-[:RESOLVED_TO]->(:Ip)
export const dnsAnswered: LinkingRule = {
  id: 'host.dns-answered',
  draws: '(:Domain)-[:ANSWERED]->(:Process), (:Domain)-[:RESOLVED_TO]->(:Ip)',
  link(index, emit) {
    for (const event of index.of('dns.query')) {
      const domain = domainEntity(event.name);
      const common = {
        atUs: event.atUs,
        seq: null,
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      } as const;
      if (event.process !== null) {
        emit({ ...common, from: domain, to: processEntity(event.host, event.process), kind: 'answered' });
      }
      for (const answer of event.answers.slice(0, 16)) {
        if (/^[\d.]+$|:/.test(answer))
          emit({ ...common, from: domain, to: ipEntity(answer), kind: 'resolved-to' });
      }
    }
  },
};
