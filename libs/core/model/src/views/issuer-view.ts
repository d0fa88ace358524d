import { issuerHost } from '../entities/token-entities.js';
import type { EventIndex } from '../event-index.js';

export interface IssuerView {
  /** Services that serve an issuer, by its `iss`: from the key history, else from access records of its host name. */
  servicesOf(iss: string): readonly string[];
  /** Issuers whose key history ever held this key, with the first time. */
  issuersOfKey(kid: string): readonly { readonly issuer: string; readonly sinceUs: number }[];
  /** True when any key history is at hand. */
  readonly hasHistory: boolean;
  /** Issuers that have a key history. */
  readonly issuers: ReadonlySet<string>;
}

/** Joins issuer, signing key and service. Cost: linear in events. */
export function issuerView(index: EventIndex): IssuerView {
  const declared = new Map<string, Set<string>>();
  const holders = new Map<string, Map<string, number>>();
  for (const event of index.of('jwks.observed')) {
    if (event.service !== null) add(declared, event.issuer, event.service);
    for (const key of event.keys) {
      if (key.kid === null) continue;
      let issuers = holders.get(key.kid);
      if (issuers === undefined) holders.set(key.kid, (issuers = new Map<string, number>()));
      if (!issuers.has(event.issuer)) issuers.set(event.issuer, event.atUs);
    }
  }
  const byDomain = index.memo(servicesByDomain);
  const issuers = new Set(index.of('jwks.observed').map((event) => event.issuer));
  return {
    servicesOf(iss) {
      const named = declared.get(iss);
      const host = issuerHost(iss);
      const observed = host === null ? undefined : byDomain.get(host);
      return [...new Set([...(named ?? []), ...(observed ?? [])])].sort();
    },
    issuersOfKey: (kid) => [...(holders.get(kid) ?? [])].map(([issuer, sinceUs]) => ({ issuer, sinceUs })),
    hasHistory: issuers.size > 0,
    issuers,
  };
}

function servicesByDomain(index: EventIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const kind of ['http.access', 'token.use'] as const) {
    for (const event of index.of(kind))
      if (event.domain !== null) add(map, event.domain.toLowerCase(), event.service);
  }
  return map;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
