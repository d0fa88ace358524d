import { alertEntity, alertPlace, ipEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Process|Service|Host|Ip)-[:RAISED]->(:Alert)    (source:Ip)-[:RAISED]->(:Alert)
// The same rule at the same place is one entity; of its repeats only the first and the last link are drawn, the rest would say the same.
export const alertRaised: LinkingRule = {
  id: 'siem.alert-raised',
  draws: '(:Process|Service|Host|Ip)-[:RAISED]->(:Alert)',
  link(index, emit) {
    const lastOf = new Map<string, string>();
    for (const alert of index.of('alert')) lastOf.set(alertEntity(alert).key, alert.id);
    const seen = new Set<string>();
    for (const alert of index.of('alert')) {
      const entity = alertEntity(alert);
      const isFirst = !seen.has(entity.key);
      seen.add(entity.key);
      if (!isFirst && lastOf.get(entity.key) !== alert.id) continue;
      const common = {
        to: entity,
        atUs: alert.atUs,
        seq: null,
        kind: 'raised',
        rule: this.id,
        basis: 'observed',
        events: [alert.id],
        bytes: null,
      } as const;
      const place = alertPlace(alert);
      if (place !== null) emit({ ...common, from: place });
      if (alert.sourceIp !== null && place?.kind !== 'ip')
        emit({ ...common, from: ipEntity(alert.sourceIp) });
    }
  },
};
