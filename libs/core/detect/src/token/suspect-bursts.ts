import {
  binomialTail,
  issuerEntity,
  issuerView,
  signatureRefused,
  signingKeyEntity,
  tokenViews,
  type EntityRef,
  type EventIndex,
  type TokenView,
} from '@faultline/model';
import { claimedUs } from './claimed-time.js';
import { issuerLedgers, ledgerCovers, lossOf, tokensBeside, type IssuerLedgers } from './issuer-ledgers.js';
import { tokenShape } from './token-shape.js';

/** Tokens of one structural class, close in time, that something about makes worth testing. One burst is one observation. */
export interface SuspectBurst {
  readonly tokens: readonly TokenView[];
  /** Every token of the class in that time, those that nothing speaks against too. */
  readonly peers: readonly TokenView[];
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

/** A ledger that loses records here and there leaves clusters of absent tokens: below this chance a cluster is more than that. */
const chanceOfAbsence = 1e-4;
/** A ledger that misses more of all tokens than this is a sample, and absence says nothing. */
export const mostLoss = 0.5;

/** A class is rare when at most this part of the tokens has it: a forger's class, or a new client's. */
const rareShare = 0.02;

/**
 * Candidates are tokens that a ledger of their issuer or of their key's should know but does not, tokens whose (issuer, key) pair was never published, and tokens of a rare
 * structural class. They are grouped by class and cut into bursts; the tests decide whether a burst means anything. Clusters that the ledger's
 * usual loss explains are left out.
 */
export function suspectBursts(index: EventIndex): readonly SuspectBurst[] {
  const views = index.memo(tokenViews);
  const issuers = index.memo(issuerView);
  const ledgers = index.memo(issuerLedgers);
  const classes = new Map<string, TokenView[]>();
  views.forEach((view) => push(classes, classOf(view), view));
  const groups = new Map<string, TokenView[]>();
  for (const view of views) {
    if (signatureRefused(view)) continue;
    const name = classOf(view);
    const unledgered = view.issued === null && ledgerCovers(ledgers.responsible(view), view);
    const unpublished = issuers.hasHistory && !pairPublished(view, issuers);
    const rare =
      (classes.get(name)?.length ?? 0) <= Math.max(1, rareShare * views.length) || views.length < 50;
    if (unledgered || unpublished || (rare && view.issued === null)) push(groups, name, view);
  }
  return [...groups]
    .flatMap(([name, group]) => burstsOf(group, classes.get(name) ?? [], issuers))
    .filter((burst) => !isUsualLoss(burst, ledgers, issuers))
    .sort((a, b) => a.startUs - b.startUs || b.tokens.length - a.tokens.length);
}

/** Nothing but absence speaks against the burst, and its class is in the ledger about as often as any other. */
function isUsualLoss(
  burst: SuspectBurst,
  ledgers: IssuerLedgers,
  issuers: ReturnType<typeof issuerView>,
): boolean {
  const [first] = burst.tokens;
  if (first === undefined || (issuers.hasHistory && !pairPublished(first, issuers))) return false;
  const responsible = ledgers.responsible(first);
  const loss = lossOf(tokensBeside(responsible, new Set()));
  if (responsible.length === 0 || loss > mostLoss) return false;
  const covered = burst.peers.filter((view) => ledgerCovers(responsible, view));
  return covered.length > 0 && absenceP(covered, loss) >= chanceOfAbsence;
}

/** Chance that so many of the tokens are absent from a ledger with this loss. The burst begins at an absent token by definition: it is not counted. */
export function absenceP(tokens: readonly TokenView[], loss: number): number {
  const absent = tokens.filter((view) => view.issued === null).length;
  return binomialTail(absent - 1, tokens.length - 1, loss);
}

export function pairPublished(view: TokenView, issuers: ReturnType<typeof issuerView>): boolean {
  const { iss, kid } = view.token;
  if (kid === null || iss === null) return true;
  return issuers.issuersOfKey(kid).some((holder) => holder.issuer === iss);
}

/** The key history speaks against the pair: the key is another issuer's, or not among those of an issuer whose keys are on record. */
export function keyContradicts(view: TokenView, issuers: ReturnType<typeof issuerView>): boolean {
  const { iss, kid } = view.token;
  if (iss === null || kid === null || pairPublished(view, issuers)) return false;
  return issuers.issuers.has(iss) || issuers.issuersOfKey(kid).length > 0;
}

function classOf(view: TokenView): string {
  return `${view.token.iss ?? ''}|${view.token.kid ?? ''}|${tokenShape(view)}`;
}

function burstsOf(
  group: readonly TokenView[],
  members: readonly TokenView[],
  issuers: ReturnType<typeof issuerView>,
): SuspectBurst[] {
  const ordered = [...group].sort(
    (a, b) => claimedUs(a) - claimedUs(b) || (a.entity.key < b.entity.key ? -1 : 1),
  );
  const bursts: TokenView[][] = [];
  for (const view of ordered) {
    const current = bursts.at(-1);
    const last = current?.at(-1);
    if (current === undefined || last === undefined || claimedUs(view) - claimedUs(last) > burstGapUs)
      bursts.push([view]);
    else current.push(view);
  }
  return bursts
    .filter((burst) => burst.length >= minBurst)
    .flatMap((tokens) => {
      const first = tokens[0];
      const last = tokens.at(-1);
      if (first === undefined || last === undefined) return [];
      const { iss, kid } = first.token;
      const anchor =
        kid !== null && (iss === null || issuers.issuersOfKey(kid).length > 0)
          ? signingKeyEntity(kid)
          : iss !== null
            ? issuerEntity(iss)
            : null;
      if (anchor === null) return [];
      const startUs = claimedUs(first);
      const endUs = claimedUs(last);
      const peers = members.filter((view) => claimedUs(view) >= startUs && claimedUs(view) <= endUs);
      return [{ tokens, peers, iss, kid, shape: tokenShape(first), startUs, endUs, anchor }];
    });
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
