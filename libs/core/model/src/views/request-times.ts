import type { EventIndex } from '../event-index.js';
import { partitionPoint } from '../statistics/partition-point.js';
import type { EventOf } from '../event.js';

/** An access record is written when the answer is sent; a write it caused was committed before that. Clocks differ by at most this. */
const reachUs = 600_000_000;

/**
 * When each request began, by event id: the record's own time, or just before the first database record of the same trace.
 */
export function requestStarts(
  index: EventIndex,
): (event: { atUs: number; traceId: string | null }) => number {
  const writes = writeTimes(index, (event) => event.traceId);
  return (event) => {
    const write = event.traceId === null ? undefined : writeBefore(writes.get(event.traceId), event.atUs);
    return write === undefined ? event.atUs : write - 1;
  };
}

/** When a token first stood in a database record shortly before the record of its use; null: it did not. */
export function tokenWrites(index: EventIndex): (use: EventOf<'token.use'>) => number | null {
  const writes = writeTimes(index, (event) => event.tokenHmac);
  return ({ atUs, token }) =>
    token.tokenHmac === null ? null : (writeBefore(writes.get(token.tokenHmac), atUs) ?? null);
}

/** Times of transactions by what their context names, each list sorted. */
function writeTimes(
  index: EventIndex,
  nameOf: (event: EventOf<'wal.context'>) => string | null,
): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const event of index.of('wal.context')) {
    const name = nameOf(event);
    if (name === null) continue;
    const known = times.get(name);
    if (known === undefined) times.set(name, [event.atUs]);
    else known.push(event.atUs);
  }
  return times;
}

/** The first of the times within reach before a record. Cost: logarithmic, since an attacker may send one trace a million times. */
function writeBefore(sorted: readonly number[] | undefined, atUs: number): number | undefined {
  if (sorted === undefined) return undefined;
  const place = partitionPoint(sorted, (time) => atUs - time >= reachUs);
  const first = sorted[place];
  return first !== undefined && first <= atUs ? first : undefined;
}
