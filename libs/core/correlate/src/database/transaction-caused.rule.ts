import {
  requestEntity,
  serviceEntity,
  tokenEntity,
  type EventIndex,
  type NamedEntity,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { transactions } from './transactions.js';

// (:Request)-[:COMMITTED]->(:DatabaseTransaction)    by trace id, of the service that the message names
// (:Token)-[:AUTHORISED]->(:DatabaseTransaction)     by token HMAC, where no request has that trace
// (:Service)-[:COMMITTED]->(:DatabaseTransaction)    where neither is known
// Any role may emit a context message, and nothing here holds the key to check a signature, so the link is `claimed`.
export const transactionCaused: LinkingRule = {
  id: 'database.transaction-caused',
  draws: '(:Request|Token|Service)-[:COMMITTED|AUTHORISED]->(:DatabaseTransaction)',
  link(index, emit) {
    const causes = index.memo(causesByKey);
    for (const transaction of index.memo(transactions)) {
      for (const context of transaction.contexts) {
        const request = causes.requestOf(context.service, context.traceId);
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
          basis: 'claimed',
          events: [context.id],
          bytes: null,
        });
      }
    }
  },
};

interface Causes {
  requestOf(service: string | null, traceId: string | null): NamedEntity | undefined;
  readonly tokens: ReadonlyMap<string, NamedEntity>;
}

function causesByKey(index: EventIndex): Causes {
  const ofService = new Map<string, NamedEntity>();
  /** Null: several services took part in the trace, so without a name the writer is unknown. */
  const ofTrace = new Map<string, NamedEntity | null>();
  const tokens = new Map<string, NamedEntity>();
  for (const kind of ['http.access', 'token.use'] as const) {
    for (const event of index.of(kind)) {
      if (event.traceId !== null) {
        const request = requestEntity(event);
        ofService.set(`${event.service} ${event.traceId}`, request);
        const known = ofTrace.get(event.traceId);
        ofTrace.set(event.traceId, known === undefined || known?.key === request.key ? request : null);
      }
      if (event.kind !== 'token.use' || event.token.tokenHmac === null) continue;
      const token = tokenEntity(event.token);
      if (token !== null) tokens.set(event.token.tokenHmac, token);
    }
  }
  return {
    requestOf: (service, traceId) => {
      if (traceId === null) return undefined;
      const named = service === null ? undefined : ofService.get(`${service} ${traceId}`);
      return named ?? ofTrace.get(traceId) ?? undefined;
    },
    tokens,
  };
}
