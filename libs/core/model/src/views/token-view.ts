import { tokenEntity } from '../entities/token-entities.js';
import type { EventIndex } from '../event-index.js';
import type { EventOf } from '../event.js';
import type { NamedEntity } from '../link-draft.js';
import { requestStarts, tokenWrites } from './request-times.js';

/** One token as uses and issuance ledger together tell it. */
export interface TokenView {
  readonly entity: NamedEntity;
  readonly token: EventOf<'token.use'>['token'];
  readonly firstUse: EventOf<'token.use'>;
  readonly firstSeenUs: number;
  readonly uses: readonly EventOf<'token.use'>[];
  /** The ledger's record of its issuance; null: not in the ledger (or no ledger at hand). */
  readonly issued: EventOf<'token.issue'> | null;
  /** When it must have existed: the ledger's time, else just before its first use. The claimed `iat` is the attacker's to choose. */
  readonly mintedUs: number;
}

/** Every token that was used, sorted by first use, then key. */
export function tokenViews(index: EventIndex): readonly TokenView[] {
  const ledger = index.memo(issuanceByJti);
  const startOf = index.memo(requestStarts);
  const writeOf = index.memo(tokenWrites);
  const tokens = new Map<string, { entity: NamedEntity; uses: EventOf<'token.use'>[] }>();
  for (const event of index.of('token.use')) {
    const entity = tokenEntity(event.token);
    if (entity === null) continue;
    const known = tokens.get(entity.key);
    if (known === undefined) tokens.set(entity.key, { entity, uses: [event] });
    else known.uses.push(event);
  }
  const realms = new Set(index.of('token.use').flatMap((event) => realmOf(event.token.iss) ?? []));
  const views: TokenView[] = [];
  for (const { entity, uses } of tokens.values()) {
    const firstUse = uses[0];
    if (firstUse === undefined) continue;
    let firstSeenUs = writeOf(firstUse) ?? Infinity;
    for (const use of uses) firstSeenUs = Math.min(firstSeenUs, startOf(use));
    const entry = firstUse.token.jti === null ? undefined : ledger.get(firstUse.token.jti);
    const issued = entry !== undefined && sameRealm(entry.realm, firstUse.token.iss, realms) ? entry : null;
    const mintedUs = Math.min(issued?.atUs ?? Infinity, firstSeenUs - mintSteps);
    views.push({ entity, token: firstUse.token, firstUse, firstSeenUs, uses, issued, mintedUs });
  }
  return views.sort((a, b) => a.firstSeenUs - b.firstSeenUs || (a.entity.key < b.entity.key ? -1 : 1));
}

/** Last segment of a Keycloak issuer, `https://host/realms/REALM`; null for other issuers. */
export function realmOf(iss: string | null): string | null {
  return iss === null ? null : (/\/realms\/([^/?#]+)\/?$/.exec(iss)?.[1] ?? null);
}

/**
 * A `jti` is unique per issuer only (RFC 7519 §4.1.7): a token of one realm that repeats the `jti` of another was not issued by that entry. Ledgers name
 * realms by name or by an id of their own, so only a realm that some issuer's name spells counts as a different one.
 */
function sameRealm(realm: string | null, iss: string | null, realms: ReadonlySet<string>): boolean {
  const own = realmOf(iss);
  return own === null || realm === null || realm === own || !realms.has(realm);
}

const badSignature = /signature|malformed|bad_?jws|not_?a_?jwt|unparsable|decode|tamper/i;

/**
 * The verifier refused the signature itself: whoever made the token does not hold the key. The issuer is not implied, only the sender
 * (an expired token or an unexpected issuer, in contrast, was signed by the key).
 */
export function signatureRefused(view: TokenView): boolean {
  return view.uses.every(
    (use) => use.token.verified === false && use.token.error !== null && badSignature.test(use.token.error),
  );
}

/** Links of one minting (service, issuer, key, token) need room before the first use. */
const mintSteps = 4;

/** Issuance records by the `jti` that they issued. */
export function issuanceByJti(index: EventIndex): ReadonlyMap<string, EventOf<'token.issue'>> {
  const map = new Map<string, EventOf<'token.issue'>>();
  for (const event of index.of('token.issue'))
    if (event.jti !== null && !map.has(event.jti)) map.set(event.jti, event);
  return map;
}
