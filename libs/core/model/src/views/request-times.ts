import type { EventIndex } from '../event-index.js';

/** An access record is written when the answer is sent; a write it caused was committed before that. Clocks differ by at most this. */
const reachUs = 600_000_000;

/**
 * When each request began, by event id: the record's own time, or just before the first database record of the same trace.
 */
export function requestStarts(index: EventIndex): (event: { id: string; atUs: number; traceId: string | null }) => number {
  const firstWrite = new Map<string, number>();
  for (const event of index.of('wal.context')) {
    if (event.traceId === null) continue;
    const known = firstWrite.get(event.traceId);
    if (known === undefined || event.atUs < known) firstWrite.set(event.traceId, event.atUs);
  }
  return (event) => {
    const write = event.traceId === null ? undefined : firstWrite.get(event.traceId);
    return write !== undefined && write <= event.atUs && event.atUs - write < reachUs ? write - 1 : event.atUs;
  };
}
