import { partitionPoint, quantile } from '@faultline/model';

const leastGapUs = 15 * 60_000_000;

/**
 * Whether a ledger was alive at a time, from the times of its records: those around it are no further apart than the ledger's own usual silences
 * (three times the 99th percentile of gaps, at least 15 minutes).
 */
export function ledgerCoverage(recorded: readonly number[]): (atUs: number) => boolean {
  const times = [...recorded].sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const longestUs = Math.max(leastGapUs, 3 * (gaps.length === 0 ? 0 : quantile(gaps, 0.99)));
  return (atUs) => {
    const place = partitionPoint(times, (time) => time < atUs);
    const before = times[place - 1];
    const after = times[place];
    return before !== undefined && after !== undefined && after - before <= longestUs;
  };
}
