import { linearityP, rSquared, type TokenView, tokenViews } from '@faultline/model';
import type { EvidenceTest } from '../located-evidence.js';
import { burstResult } from './burst-result.js';
import { jtiNumber } from './jti-number.js';
import { claimedUs, jtiForm, suspectBursts } from '@faultline/detect';

const minTokens = 8;
const minBaseline = 50;
/** A perfect counter has p = 0, which no sum of logarithms survives. */
const leastP = 1e-300;
/** Above this rank correlation with time the baseline itself is ordered (UUIDv7, ULID, Snowflake, a sequence), and order is lawful. */
const orderedCorrelation = 0.9;

/**
 * J2, linearity: the burst's `jti` values ascend like a counter. Only the departure from the issuer's own class counts: where lawful tokens
 * are ordered too and written alike, the test stays silent.
 */
export const jtiLinearity: EvidenceTest = {
  family: 'token',
  id: 'J2',
  run({ index }) {
    const views = index.memo(tokenViews);
    const found = index.memo(suspectBursts).map((burst) => {
      const inside = new Set(burst.tokens);
      const lawful = views.filter(
        (view) =>
          !inside.has(view) &&
          view.token.jti !== null &&
          (burst.kid === null || view.token.kid === burst.kid || view.issued !== null),
      );
      const n = burst.tokens.length;
      const result = burstResult(burst, 'J2');
      if (n < minTokens) return result('MISSING', null, `${n} tokens, ${minTokens} needed`);
      const fit = fitOf(burst.tokens);
      if (fit === null) return result('MISSING', null, 'the jti values are no numbers in any known writing');
      if (lawful.length < minBaseline)
        return result(
          'MISSING',
          null,
          `${lawful.length} lawful tokens to compare with, ${minBaseline} needed`,
        );
      const forms = new Set(lawful.map((view) => jtiForm(view.token.jti)));
      const form = jtiForm(burst.tokens[0]?.token.jti ?? null);
      const sample = lawful.filter((view) => jtiForm(view.token.jti) === form).slice(-400);
      if (forms.has(form) && (sample.length < minBaseline || isOrdered(sample))) {
        return result(
          'MISSING',
          null,
          `lawful tokens write their jti in the same way (${form}) and may be ordered themselves`,
        );
      }
      const p = Math.max(leastP, linearityP(fit, n));
      const significant = fit >= (n < 12 ? 0.99 : 0.9) && p < 1e-5;
      const text = `R² of jti on order is ${fit.toFixed(4)} over ${n} tokens, written as ${form}; lawful tokens are written as ${[...forms].sort().slice(0, 4).join(', ')}`;
      return result(significant ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT', p, text);
    });
    return { found, unknowns: [] };
  },
};

/** R² of the numeric jti on its rank in time. */
function fitOf(tokens: readonly TokenView[]): number | null {
  const ordered = [...tokens].sort((a, b) => claimedUs(a) - claimedUs(b) || a.firstSeenUs - b.firstSeenUs);
  const numbers = ordered.map((view) => (view.token.jti === null ? null : jtiNumber(view.token.jti)));
  const known = numbers.filter((value): value is bigint => value !== null);
  if (known.length < tokens.length * 0.9 || known.length === 0) return null;
  const least = known.reduce((a, b) => (b < a ? b : a));
  // Differences fit a double long before the values do. Equal iat seconds leave the order inside a second open, so the values are ranked.
  const values = known.map((value) => Number(value - least));
  const ranked = [...values].sort((a, b) => a - b);
  const byRank = rSquared(
    ranked.map((_, i) => i),
    ranked,
  );
  const byTime = rSquared(
    ordered.map((view) => claimedUs(view) / 1e6),
    values.length === ordered.length ? values : ranked,
  );
  // Sorted random values fit a line as well (R² ≈ 0.97): order in time must agree, too.
  return Math.min(byRank, byTime > 0.8 ? 1 : byTime);
}

/**
 * The values rise with time, among all tokens or within most clients. Ranks are compared, not values: between the last token of an evening and
 * the first of a morning a time-ordered id jumps, and a line fits it badly.
 */
function isOrdered(sample: readonly TokenView[]): boolean {
  if (rankCorrelation(sample) >= orderedCorrelation) return true;
  const byClient = new Map<string, TokenView[]>();
  for (const view of sample) {
    const client = view.token.azp ?? '';
    byClient.set(client, [...(byClient.get(client) ?? []), view]);
  }
  const large = [...byClient.values()].filter((views) => views.length >= minTokens);
  const ordered = large.filter((views) => rankCorrelation(views) >= orderedCorrelation);
  return large.length > 0 && ordered.length * 2 > large.length;
}

/** Spearman's correlation of the jti's number with time; 0 where it is no number. */
function rankCorrelation(tokens: readonly TokenView[]): number {
  const inTime = [...tokens]
    .sort((a, b) => claimedUs(a) - claimedUs(b) || a.firstSeenUs - b.firstSeenUs)
    .flatMap((view) => (view.token.jti === null ? [] : [jtiNumber(view.token.jti)]))
    .filter((value): value is bigint => value !== null);
  const n = inTime.length;
  if (n < 2) return 0;
  const rankOf = new Map(
    [...inTime].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((value, rank) => [value, rank]),
  );
  const squares = inTime.reduce((sum, value, place) => sum + ((rankOf.get(value) ?? 0) - place) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
