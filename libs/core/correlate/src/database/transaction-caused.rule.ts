import {
  requestEntity,
  serviceEntity,
  tokenEntity,
  type EventIndex,
  type NamedEntity,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { transactions } from './transactions.js';

// (:Request)-[:COMMITTED]->(:DatabaseTransaction)    by trace id
// (:Token)-[:AUTHORISED]->(:DatabaseTransaction)     by token HMAC, where no request has that trace
// (:Service)-[:COMMITTED]->(:DatabaseTransaction)    where neither is known
// Any role may emit a context message, so an unsigned one is `claimed`.
export const transactionCaused: LinkingRule = {
  id: 'database.transaction-caused',
  draws: '(:Request|Token|Service)-[:COMMITTED|AUTHORISED]->(:DatabaseTransaction)',
  link(index, emit) {
    const causes = index.memo(causesByKey);
    for (const transaction of index.memo(transactions)) {
      for (const context of transaction.contexts) {
        const request = context.traceId === null ? undefined : causes.requests.get(context.traceId);
        const token = context.tokenHmac === null ? undefined : causes.tokens.get(context.tokenHmac);
        const service = context.service === null ? undefined : serviceEntity(context.service);
        const from = request ?? token ?? service;
        if (from === undefined) continue;
        emit({
          from,
          to: transaction.entity,
          atUs: transaction.atUs,
          seq: 6,
          kind: from === token ? 'authorised' : 'committed',
          rule: this.id,
          basis: context.signed ? 'observed' : 'claimed',
          events: [context.id],
          bytes: null,
        });
      }
    }
  },
};

function causesByKey(index: EventIndex): {
  requests: ReadonlyMap<string, NamedEntity>;
  tokens: ReadonlyMap<string, NamedEntity>;
} {
  const requests = new Map<string, NamedEntity>();
  const tokens = new Map<string, NamedEntity>();
  for (const kind of ['http.access', 'token.use'] as const) {
    for (const event of index.of(kind)) {
      if (event.traceId !== null) requests.set(event.traceId, requestEntity(event));
      if (event.kind !== 'token.use' || event.token.tokenHmac === null) continue;
      const token = tokenEntity(event.token);
      if (token !== null) tokens.set(event.token.tokenHmac, token);
    }
  }
  return { requests, tokens };
}
