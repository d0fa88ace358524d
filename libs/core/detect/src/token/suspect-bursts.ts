import {
  issuerEntity,
  issuerView,
  signatureRefused,
  signingKeyEntity,
  tokenViews,
  type EntityRef,
  type EventIndex,
  type TokenView,
} from '@faultline/model';
import { ledgerCoverage } from './ledger-coverage.js';
import { tokenShape } from './token-shape.js';

/** Tokens of one structural class, close in time, that something about makes worth testing. One burst is one observation. */
export interface SuspectBurst {
  readonly tokens: readonly TokenView[];
  readonly iss: string | null;
  readonly kid: string | null;
  readonly shape: string;
  readonly startUs: number;
  readonly endUs: number;
  /** Where the evidence of the burst is located: the signing key where it is a published one, else the issuer's name. */
  readonly anchor: EntityRef;
}

/** Tokens further apart than this are two bursts: tokens of one burst are one observation. */
export const burstGapUs = 600_000_000;
/** Fewer tokens than this are not worth a test. */
export const minBurst = 5;

/** A class is rare when at most this part of the tokens has it: a forger's class, or a new client's. */
const rareShare = 0.02;

/**
 * Candidates are tokens that the ledger should know but does not, tokens whose (issuer, key) pair was never published, and tokens of a rare
 * structural class. They are grouped by class and cut into bursts; the tests decide whether a burst means anything.
 */
export function suspectBursts(index: EventIndex): readonly SuspectBurst[] {
  const views = index.memo(tokenViews);
  const issuers = index.memo(issuerView);
  const coverage = index.memo(ledgerCoverage);
  const shapes = views.map(tokenShape);
  const counts = new Map<string, number>();
  views.forEach((view, i) => bump(counts, classOf(view, shapes[i] ?? '')));
  const groups = new Map<string, TokenView[]>();
  views.forEach((view, i) => {
    if (signatureRefused(view)) return;
    const shape = shapes[i] ?? '';
    const name = classOf(view, shape);
    const unledgered = coverage.entries > 0 && view.issued === null && coverage.covers(claimedUs(view));
    const unpublished = issuers.hasHistory && !pairPublished(view, issuers);
    const rare = (counts.get(name) ?? 0) <= Math.max(1, rareShare * views.length) || views.length < 50;
    if (!unledgered && !unpublished && !(rare && view.issued === null)) return;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [view]);
    else group.push(view);
  });
  return [...groups.values()].flatMap((group) => burstsOf(group, issuers)).sort((a, b) => a.startUs - b.startUs || b.tokens.length - a.tokens.length);
}

/** The token's own claim of when it was made, or its first use where it claims nothing believable. */
export function claimedUs(view: TokenView): number {
  const iat = view.token.iatUs;
  return iat === null || iat > view.firstSeenUs + 300_000_000 || iat < view.firstSeenUs - 90 * 86_400_000_000 ? view.firstSeenUs : iat;
}

export function pairPublished(view: TokenView, issuers: ReturnType<typeof issuerView>): boolean {
  const { iss, kid } = view.token;
  if (kid === null || iss === null) return true;
  return issuers.issuersOfKey(kid).some((holder) => holder.issuer === iss);
}

function classOf(view: TokenView, shape: string): string {
  return `${view.token.iss ?? ''}|${view.token.kid ?? ''}|${shape}`;
}

function burstsOf(group: readonly TokenView[], issuers: ReturnType<typeof issuerView>): SuspectBurst[] {
  const ordered = [...group].sort((a, b) => claimedUs(a) - claimedUs(b) || (a.entity.key < b.entity.key ? -1 : 1));
  const bursts: TokenView[][] = [];
  for (const view of ordered) {
    const current = bursts.at(-1);
    const last = current?.at(-1);
    if (current === undefined || last === undefined || claimedUs(view) - claimedUs(last) > burstGapUs) bursts.push([view]);
    else current.push(view);
  }
  return bursts.filter((burst) => burst.length >= minBurst).flatMap((tokens) => {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first === undefined || last === undefined) return [];
    const { iss, kid } = first.token;
    const anchor = kid !== null && (iss === null || issuers.issuersOfKey(kid).length > 0) ? signingKeyEntity(kid) : iss !== null ? issuerEntity(iss) : null;
    if (anchor === null) return [];
    return [{ tokens, iss, kid, shape: tokenShape(first), startUs: claimedUs(first), endUs: claimedUs(last), anchor }];
  });
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
