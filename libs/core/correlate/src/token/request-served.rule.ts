import { ipEntity, requestEntity, requestStarts, serviceEntity, tokenEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Token)-[:PRESENTED_IN]->(:Request)-[:REACHED]->(:Service)    (:Ip)-[:SENT]->(:Request)
export const requestServed: LinkingRule = {
  id: 'token.request-served',
  draws: '(:Token)-[:PRESENTED_IN]->(:Request)-[:REACHED]->(:Service), (:Ip)-[:SENT]->(:Request)',
  link(index, emit) {
    const startOf = index.memo(requestStarts);
    for (const kind of ['token.use', 'http.access'] as const) {
      for (const event of index.of(kind)) {
        const request = requestEntity(event);
        const startUs = startOf(event);
        const common = { rule: this.id, basis: 'observed', events: [event.id], bytes: null } as const;
        const token = event.kind === 'token.use' ? tokenEntity(event.token) : null;
        if (token !== null)
          emit({ ...common, from: token, to: request, atUs: startUs, seq: 4, kind: 'presented-in' });
        if (event.sourceIp !== null)
          emit({
            ...common,
            from: ipEntity(event.sourceIp),
            to: request,
            atUs: startUs,
            seq: 4,
            kind: 'sent',
          });
        emit({
          ...common,
          from: request,
          to: serviceEntity(event.service),
          atUs: event.atUs,
          seq: 5,
          kind: 'reached',
        });
      }
    }
  },
};
