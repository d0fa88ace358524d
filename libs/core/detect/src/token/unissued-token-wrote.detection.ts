import { rowEntity, tokenEntity, type EventIndex, type EventOf, type NamedEntity } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';
import { contradictedBursts } from './contradicted-bursts.js';

/** A context message and the changes of its transaction lie within one commit; xids come back after billions. */
const sameTransactionUs = 3_600_000_000;
/** Two databases may use one xid in the same hour: the places of their transactions in the log (LSN) are then far apart. */
const sameTransactionBytes = 256 * 2 ** 20;
/** More transactions of one xid than this are no honest log; the first ones stand for them. */
const maxPerXid = 16;
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
    const transactions = claimedTransactions(index, actors);
    const rows = new Map<string, ImpactCandidate>();
    for (const change of index.of('wal.change')) {
      if (change.xid === null || change.action === 'truncate') continue;
      const claim = transactions.get(change.xid)?.find(({ context }) => isSameTransaction(context, change));
      if (claim === undefined) continue;
      const row = rowEntity(change);
      if (!rows.has(row.key)) rows.set(row.key, impactOf(row, change, claim.actor));
      if (rows.size >= maxRows) break;
    }
    return [...rows.values()];
  },
};

interface Claim {
  readonly context: EventOf<'wal.context'>;
  readonly actor: NamedEntity;
}

/** Transactions by xid whose context names a suspect token or its request; the first such context of a transaction names its actor. */
function claimedTransactions(
  index: EventIndex,
  actors: ReadonlyMap<string, NamedEntity>,
): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const context of index.of('wal.context')) {
    const actor =
      actors.get(`trace ${context.traceId ?? ''}`) ?? actors.get(`token ${context.tokenHmac ?? ''}`);
    if (actor === undefined || context.xid === null) continue;
    const known = claims.get(context.xid);
    if (known === undefined) claims.set(context.xid, [{ context, actor }]);
    else if (known.length < maxPerXid && !known.some((claim) => isSameTransaction(claim.context, context)))
      known.push({ context, actor });
  }
  return claims;
}

type Logged = Pick<EventOf<'wal.context'>, 'atUs' | 'lsn'>;

function isSameTransaction(a: Logged, b: Logged): boolean {
  if (Math.abs(a.atUs - b.atUs) > sameTransactionUs) return false;
  const places = [lsnBytes(a.lsn), lsnBytes(b.lsn)] as const;
  return places[0] === null || places[1] === null || Math.abs(places[0] - places[1]) <= sameTransactionBytes;
}

/** Place in the log as a number of bytes, from `X/Y` in hexadecimal; a double is exact enough for distances of megabytes. */
function lsnBytes(lsn: string | null): number | null {
  const parts = /^([0-9a-f]{1,8})\/([0-9a-f]{1,8})$/i.exec(lsn ?? '');
  return parts === null
    ? null
    : Number.parseInt(parts[1] ?? '0', 16) * 2 ** 32 + Number.parseInt(parts[2] ?? '0', 16);
}

/** Tokens of contradicted bursts by the keys that context messages carry. */
function actorsByKey(index: EventIndex): ReadonlyMap<string, NamedEntity> {
  const actors = new Map<string, NamedEntity>();
  for (const use of index
    .memo(contradictedBursts)
    .flatMap((burst) => burst.tokens.flatMap((view) => view.uses))) {
    const token = tokenEntity(use.token);
    if (token === null) continue;
    if (use.traceId !== null) actors.set(`trace ${use.traceId}`, token);
    if (use.token.tokenHmac !== null) actors.set(`token ${use.token.tokenHmac}`, token);
  }
  return actors;
}

function impactOf(row: NamedEntity, change: EventOf<'wal.change'>, by: NamedEntity): ImpactCandidate {
  const verb = { insert: 'inserted', update: 'updated', delete: 'deleted', truncate: 'truncated' }[
    change.action
  ];
  return {
    detection: 'unissued-token-wrote',
    title: `Rows of ${change.table} written with tokens that were never issued`,
    severity: 'critical',
    score: 3,
    entity: row,
    by,
    atUs: change.atUs,
    event: change.id,
    why: `${row.label} was ${verb} on behalf of a token that no issuer is on record for, as claimed by the transaction’s context, whose MAC was not verified`,
    attack: ['T1565.001'],
    carriers: new Set([change.id]),
    horizonUs: null,
  };
}
