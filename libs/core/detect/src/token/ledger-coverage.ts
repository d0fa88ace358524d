import type { EventIndex, EventOf } from '@faultline/model';
import { quantile } from '@faultline/model';

/** The issuance ledger as a witness: does it cover a time, or was it silent then? */
export interface LedgerCoverage {
  readonly entries: number;
  covers(atUs: number): boolean;
}

const leastGapUs = 15 * 60_000_000;

/**
 * A time is covered when the ledger's records around it are no further apart than its own usual silences (three times the 99th percentile
 * of gaps, at least 15 minutes). Any ledger record is a heartbeat, failed log-ins too.
 */
export function ledgerCoverage(index: EventIndex): LedgerCoverage {
  const issued: readonly EventOf<'token.issue'>[] = index.of('token.issue');
  const times = [...issued.map((event) => event.atUs), ...index.of('auth.event').map((event) => event.atUs)].sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const longestUs = Math.max(leastGapUs, 3 * (gaps.length === 0 ? 0 : quantile(gaps, 0.99)));
  return {
    entries: issued.filter((event) => event.jti !== null).length,
    covers(atUs) {
      let low = 0;
      let high = times.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((times[middle] ?? 0) < atUs) low = middle + 1;
        else high = middle;
      }
      const before = times[low - 1];
      const after = times[low];
      return before !== undefined && after !== undefined && after - before <= longestUs;
    },
  };
}
