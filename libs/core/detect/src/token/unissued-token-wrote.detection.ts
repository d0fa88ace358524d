import { rowEntity, tokenEntity, type EventIndex, type EventOf, type NamedEntity } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';
import { contradictedBursts } from './contradicted-bursts.js';

/** A context message and the changes of its transaction lie within one commit; xids come back after billions. */
const sameTransactionUs = 3_600_000_000;
/** Rows beyond this are the same story; the first ones carry it. */
const maxRows = 10;

/**
 * Rows that were written on behalf of a token that no issuer is on record for (ATT&CK T1565.001, stored data manipulation): the write-ahead log names
 * the request's trace or the token's HMAC in a context message of the same transaction.
 */
export const unissuedTokenWrote: Detection = {
  id: 'unissued-token-wrote',
  find(index) {
    const actors = actorsByKey(index);
    if (actors.size === 0) return [];
    const changes = new Map<string, EventOf<'wal.change'>[]>();
    for (const change of index.of('wal.change')) {
      if (change.xid === null) continue;
      const list = changes.get(change.xid);
      if (list === undefined) changes.set(change.xid, [change]);
      else list.push(change);
    }
    const rows = new Map<string, ImpactCandidate>();
    for (const context of index.of('wal.context')) {
      const actor = actors.get(`trace ${context.traceId ?? ''}`) ?? actors.get(`token ${context.tokenHmac ?? ''}`);
      if (actor === undefined || context.xid === null) continue;
      for (const change of changes.get(context.xid) ?? []) {
        if (Math.abs(change.atUs - context.atUs) > sameTransactionUs || change.action === 'truncate') continue;
        const row = rowEntity(change);
        if (!rows.has(row.key) && rows.size < maxRows) rows.set(row.key, impactOf(row, change, actor));
      }
    }
    return [...rows.values()];
  },
};

/** Tokens of contradicted bursts by the keys that context messages carry. */
function actorsByKey(index: EventIndex): ReadonlyMap<string, NamedEntity> {
  const actors = new Map<string, NamedEntity>();
  for (const use of index.memo(contradictedBursts).flatMap((burst) => burst.tokens.flatMap((view) => view.uses))) {
    const token = tokenEntity(use.token);
    if (token === null) continue;
    if (use.traceId !== null) actors.set(`trace ${use.traceId}`, token);
    if (use.token.tokenHmac !== null) actors.set(`token ${use.token.tokenHmac}`, token);
  }
  return actors;
}

function impactOf(row: NamedEntity, change: EventOf<'wal.change'>, by: NamedEntity): ImpactCandidate {
  const verb = { insert: 'inserted', update: 'updated', delete: 'deleted', truncate: 'truncated' }[change.action];
  return {
    detection: 'unissued-token-wrote',
    title: `Rows of ${change.table} written with tokens that were never issued`,
    severity: 'critical',
    score: 3,
    entity: row,
    by,
    atUs: change.atUs,
    event: change.id,
    why: `${row.label} was ${verb} on behalf of a token that no issuer is on record for`,
    attack: ['T1565.001'],
    carriers: new Set([change.id]),
    horizonUs: null,
  };
}
