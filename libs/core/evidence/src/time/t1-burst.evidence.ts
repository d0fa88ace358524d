import { eValue, evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { dispersionOf, negativeBinomialTail } from '@faultline/model';
import { claimedUs, suspectBursts, type SuspectBurst } from '@faultline/detect';
import { countBetween, lawfulIssuances } from './issuance-series.js';

const minuteUs = 60_000_000;
const dayUs = 86_400_000_000;
const windowsUs = [2, 6, 15, 60].map((minutes) => minutes * minuteUs);
const minDays = 10;
const minWeeks = 4;

/**
 * T1, burst: the number of tokens in a short window against what is usual at that hour, by a negative binomial. Hour of the week (± 1 hour)
 * with four weeks of baseline, else hour of the day with ten days; less is MISSING. p is corrected for every window of every length
 * that the record up to the burst has room for, since the burst may have been chosen for its time among all of them.
 */
export const issuanceBurst: EvidenceTest = {
  family: 'time',
  id: 'T1',
  run({ index }) {
    const lawful = index.memo(lawfulIssuances);
    const found = index.memo(suspectBursts).map((burst) => {
      const tested = testBurst(burst, lawful);
      const significant = tested.p !== null && tested.p < evidenceParameters.significanceP;
      return {
        entity: burst.anchor,
        evidence: {
          family: 'time',
          test: 'T1',
          status:
            tested.p === null
              ? ('MISSING' as const)
              : significant
                ? ('SIGNIFICANT' as const)
                : ('NOT_SIGNIFICANT' as const),
          p: tested.p,
          e: significant && tested.p !== null ? eValue(tested.p) : 1,
          n: burst.tokens.length,
          events: significant ? namedEvents(burst.tokens.map((view) => view.firstUse.id)) : [],
          reason: tested.reason,
        },
      };
    });
    return { found, unknowns: [] };
  },
};

function testBurst(burst: SuspectBurst, lawful: readonly number[]): { p: number | null; reason: string } {
  const first = lawful[0];
  if (first === undefined) return { p: null, reason: 'no lawful issuance to compare with' };
  const days = Math.floor((burst.startUs - first) / dayUs);
  const weekly = days >= minWeeks * 7 - 1;
  if (!weekly && days < minDays)
    return { p: null, reason: `${Math.max(0, days)} days of baseline before the burst, ${minDays} needed` };
  const periodUs = weekly ? 7 * dayUs : dayUs;
  const times = burst.tokens.map(claimedUs).sort((a, b) => a - b);
  let best = { pWindow: 1, count: 0, mean: 0, windowUs: windowsUs[0] ?? minuteUs };
  let tried = 0;
  for (const windowUs of windowsUs) {
    const peak = peakWindow(times, windowUs);
    const baseline = usualCounts(lawful, peak.startUs, windowUs, periodUs, first);
    if (baseline.length < 8) continue;
    tried += Math.max(1, (burst.endUs - first) / windowUs);
    const mean = baseline.reduce((a, b) => a + b, 0) / baseline.length;
    const variance = baseline.reduce((a, b) => a + (b - mean) ** 2, 0) / baseline.length;
    // A baseline of zeros still leaves room for one event in all of it.
    const mu = Math.max(mean, 1 / baseline.length);
    const pWindow = negativeBinomialTail(peak.count, mu, dispersionOf(mu, variance));
    if (pWindow < best.pWindow) best = { pWindow, count: peak.count, mean, windowUs };
  }
  if (tried === 0) return { p: null, reason: 'too few comparable windows in the baseline' };
  const p = Math.min(1, tried * best.pWindow);
  return {
    p,
    reason: `${best.count} tokens within ${best.windowUs / minuteUs} minutes, where ${best.mean.toFixed(2)} are usual at that hour of the ${weekly ? 'week' : 'day'}`,
  };
}

function peakWindow(times: readonly number[], windowUs: number): { startUs: number; count: number } {
  let best = { startUs: times[0] ?? 0, count: 0 };
  let tail = 0;
  for (let head = 0; head < times.length; head++) {
    while ((times[head] ?? 0) - (times[tail] ?? 0) > windowUs) tail += 1;
    if (head - tail + 1 > best.count) best = { startUs: times[tail] ?? 0, count: head - tail + 1 };
  }
  return best;
}

/** Counts of lawful issuances in windows of the same length within ± 1 hour of the same clock time in earlier periods. */
function usualCounts(
  lawful: readonly number[],
  startUs: number,
  windowUs: number,
  periodUs: number,
  firstUs: number,
): number[] {
  const counts: number[] = [];
  const reachUs = 3_600_000_000;
  for (let centre = startUs - periodUs; centre - reachUs >= firstUs; centre -= periodUs) {
    for (let at = centre - reachUs; at <= centre + reachUs; at += windowUs)
      counts.push(countBetween(lawful, at, at + windowUs));
  }
  return counts;
}
