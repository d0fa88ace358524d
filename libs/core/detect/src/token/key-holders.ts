import { issuerView, realmOf, tokenViews, type EventIndex } from '@faultline/model';

/** Shorter names of keys ("1", "default") may be chosen alike by chance, unless both issuers are one realm; thumbprints and UUIDs are not. */
const leastNameLength = 16;

/**
 * Issuers whose key a `kid` is, as far as a token that names `iss` is concerned: those that published it, and where no key history was read those whose
 * ledger knows tokens with it. Issuers choose a `kid` freely and two may choose alike ("1"): where the named issuer published it itself, others hold
 * the same key only when it is the same key.
 */
export function keyHolders(index: EventIndex): (kid: string, iss: string | null) => readonly string[] {
  const issuers = index.memo(issuerView);
  const thumbprints = new Map<string, Map<string, Set<string>>>();
  for (const event of index.of('jwks.observed')) {
    for (const { kid, thumbprint } of event.keys) {
      if (kid === null || thumbprint === null) continue;
      const ofKid = thumbprints.get(kid) ?? new Map<string, Set<string>>();
      thumbprints.set(kid, ofKid);
      ofKid.set(event.issuer, (ofKid.get(event.issuer) ?? new Set()).add(thumbprint));
    }
  }
  const signed = new Map<string, Set<string>>();
  for (const { token, issued } of issuers.hasHistory ? [] : index.memo(tokenViews)) {
    if (issued !== null && token.kid !== null)
      signed.set(token.kid, (signed.get(token.kid) ?? new Set()).add(token.iss ?? ''));
  }
  return (kid, iss) => {
    const published = issuers.issuersOfKey(kid).map((holder) => holder.issuer);
    if (iss === null || !published.includes(iss))
      return [
        ...published,
        ...[...(signed.get(kid) ?? [])].filter(
          (other) => kid.length >= leastNameLength || sameRealm(iss, other),
        ),
      ];
    const own = thumbprints.get(kid)?.get(iss);
    return published.filter(
      (issuer) =>
        issuer === iss || [...(thumbprints.get(kid)?.get(issuer) ?? [])].some((key) => own?.has(key)),
    );
  };
}

function sameRealm(iss: string | null, other: string): boolean {
  const realm = realmOf(iss);
  return realm !== null && realm === realmOf(other);
}
