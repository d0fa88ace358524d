import {
  type EventIndex,
  issuerView,
  partitionPoint,
  realmOf,
  type TokenView,
  tokenViews,
} from '@faultline/model';
import { claimedUs } from './claimed-time.js';
import { keyHolders } from './key-holders.js';
import { ledgerCoverage } from './ledger-coverage.js';

/** The ledger of one issuer as a witness: when it was alive, and how many of the issuer's own tokens of that time it misses. */
export interface IssuerLedger {
  readonly iss: string;
  covers(atUs: number): boolean;
  readonly covered: number;
  readonly absent: number;
}

export interface IssuerLedgers {
  /** Ledger entries with a token id, of all issuers. */
  readonly entries: number;
  /** Ledgers that must know the token; none: nobody who could have issued it keeps a ledger in these records. */
  responsible(view: TokenView): readonly IssuerLedger[];
}

/**
 * An issuer has a ledger when any of its tokens stands in it: a partner's tokens are absent from ours, and that says nothing. A token must be in the ledger
 * of the issuer that it names and of those that its key belongs to, since whoever holds the key can write any name. Where neither the name nor the key was
 * ever published, the issuers that the same service speaks for answer for it.
 */
export function issuerLedgers(index: EventIndex): IssuerLedgers {
  const ledgers = ledgersByIssuer(index);
  const holdersOf = index.memo(keyHolders);
  const issuers = index.memo(issuerView);
  const neighbours = neighboursOf(index, ledgers);
  const known = new Map<string, readonly IssuerLedger[]>();
  return {
    entries: index.of('token.issue').filter((event) => event.jti !== null).length,
    responsible({ token: { iss, kid } }) {
      const name = JSON.stringify([iss, kid]);
      let found = known.get(name);
      if (found !== undefined) return found;
      const holders = kid === null ? [] : holdersOf(kid, iss);
      const unheard = iss !== null && holders.length === 0 && !issuers.issuers.has(iss);
      const named = new Set([iss ?? '', ...holders, ...(unheard ? neighbours(iss) : [])]);
      found = [...named].flatMap((issuer) => ledgers.get(issuer) ?? []);
      known.set(name, found);
      return found;
    },
  };
}

/** Every ledger that must know the token was alive when it claims to have been made. */
export function ledgerCovers(ledgers: readonly IssuerLedger[], view: TokenView): boolean {
  return ledgers.length > 0 && ledgers.every((ledger) => ledger.covers(claimedUs(view)));
}

/** How many of the issuers' own tokens their ledgers should know and how many they miss, without those of a burst. Cost: linear in the burst. */
export function tokensBeside(
  ledgers: readonly IssuerLedger[],
  inside: ReadonlySet<TokenView>,
): { readonly covered: number; readonly absent: number } {
  let covered = 0;
  let absent = 0;
  for (const ledger of ledgers) {
    const own = [...inside].filter(
      (view) => (view.token.iss ?? '') === ledger.iss && ledger.covers(claimedUs(view)),
    );
    covered += ledger.covered - own.length;
    absent += ledger.absent - own.filter((view) => view.issued === null).length;
  }
  return { covered, absent };
}

/** Part of tokens that ledgers miss; never quite 0, since nobody saw all of them. */
export function lossOf({ covered, absent }: { readonly covered: number; readonly absent: number }): number {
  return (absent + 1) / (covered + 2);
}

/** A realm that wrote nothing for this long may have left the ledger; the weekend of a small one is shorter. */
const ownSilenceUs = 3 * 86_400_000_000;

/**
 * The realms that an issuer's tokens were entered under are its ledger. Any record of any realm is a sign that the ledger was being written, failed log-ins
 * too: a small realm sleeps at night, its server does not. The realm itself must have written something in the days before and, where the ledger goes on, in the days after.
 */
function ledgersByIssuer(index: EventIndex): ReadonlyMap<string, IssuerLedger> {
  const times = new Map<string, number[]>();
  const all: number[] = [];
  for (const kind of ['token.issue', 'auth.event'] as const) {
    for (const event of index.of(kind)) {
      push(times, event.realm ?? '', event.atUs);
      all.push(event.atUs);
    }
  }
  const written = ledgerCoverage(all);
  const lastUs = all.reduce((last, time) => Math.max(last, time), -Infinity);
  const byIssuer = new Map<string, TokenView[]>();
  for (const view of index.memo(tokenViews)) push(byIssuer, view.token.iss ?? '', view);
  const coverages = new Map<string, (atUs: number) => boolean>();
  const ledgers = new Map<string, IssuerLedger>();
  for (const [iss, views] of byIssuer) {
    const realms = [
      ...new Set(views.flatMap((view) => (view.issued === null ? [] : [view.issued.realm ?? '']))),
    ].sort();
    if (realms.length === 0) continue;
    const name = JSON.stringify(realms);
    const covers =
      coverages.get(name) ??
      coverageOf(
        written,
        realms.flatMap((realm) => times.get(realm) ?? []),
        lastUs,
      );
    coverages.set(name, covers);
    const covered = views.filter((view) => covers(claimedUs(view)));
    ledgers.set(iss, {
      iss,
      covers,
      covered: covered.length,
      absent: covered.filter((view) => view.issued === null).length,
    });
  }
  return ledgers;
}

/** `lastUs`: end of the whole ledger; a realm's next record may lie behind it. */
function coverageOf(
  written: (atUs: number) => boolean,
  times: readonly number[],
  lastUs: number,
): (atUs: number) => boolean {
  const own = [...times].sort((a, b) => a - b);
  return (atUs) => {
    if (!written(atUs)) return false;
    const place = partitionPoint(own, (time) => time <= atUs);
    const before = own[place - 1];
    const after = own[place] ?? lastUs;
    return before !== undefined && atUs - before <= ownSilenceUs && after - atUs <= ownSilenceUs;
  };
}

/**
 * Issuers with a ledger that one of the issuer's services speaks for, under the same realm where both name one: a sister realm keeps
 * its own ledger, or none.
 */
function neighboursOf(
  index: EventIndex,
  ledgers: ReadonlyMap<string, IssuerLedger>,
): (iss: string) => readonly string[] {
  const issuers = index.memo(issuerView);
  const byService = new Map<string, string[]>();
  for (const iss of ledgers.keys())
    for (const service of issuers.servicesOf(iss)) push(byService, service, iss);
  return (iss) => {
    const realm = realmOf(iss);
    const beside = issuers.servicesOf(iss).flatMap((service) => byService.get(service) ?? []);
    return beside.filter((other) => realm === null || realmOf(other) === null || realmOf(other) === realm);
  };
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
