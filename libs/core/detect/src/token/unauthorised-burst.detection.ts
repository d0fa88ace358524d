import {
  dispersionOf,
  ipEntity,
  negativeBinomialTail,
  serviceEntity,
  type EventIndex,
  type EventOf,
  type NamedEntity,
  isoSeconds,
} from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';

type Answered = EventOf<'token.use'> | EventOf<'http.access'>;

const windowUs = 300_000_000;
const leastBurst = 20;
/** Chance that any of the ordinary windows of a service's whole record looks like this. */
const falseAlarm = 1e-3;
/** Records at either end that do not count for how long a service was at work: one absurd date would make everything else look rare. */
const trimmedShare = 0.005;

/**
 * A burst of HTTP 401 answers of one service: five-minute windows that its own usual count cannot explain (negative binomial, corrected for
 * the number of windows that the service was at work), adjacent windows joined. ATT&CK T1550.001 (application access token) where the requests carried tokens, else T1110.
 */
export const unauthorisedBurst: Detection = {
  id: 'unauthorised-burst',
  find(index) {
    const alerts = index.of('alert').filter((alert) => alert.httpStatus === 401);
    const found: ImpactCandidate[] = [];
    const times = timesByService(index);
    for (const [service, refused] of refusedByService(index)) {
      for (const burst of burstsOf(refused, activeSpanUs(times.get(service) ?? [])))
        found.push(impactOf(service, burst, alerts));
    }
    return found;
  },
};

function refusedByService(index: EventIndex): ReadonlyMap<string, readonly Answered[]> {
  const map = new Map<string, Answered[]>();
  for (const kind of ['token.use', 'http.access'] as const) {
    for (const event of index.of(kind)) {
      if (event.status !== 401) continue;
      const list = map.get(event.service);
      if (list === undefined) map.set(event.service, [event]);
      else list.push(event);
    }
  }
  for (const list of map.values()) list.sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  return map;
}

/** Times of all requests of a service, ascending. */
function timesByService(index: EventIndex): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  for (const kind of ['token.use', 'http.access'] as const) {
    for (const event of index.of(kind)) {
      const list = map.get(event.service);
      if (list === undefined) map.set(event.service, [event.atUs]);
      else list.push(event.atUs);
    }
  }
  for (const list of map.values()) list.sort((a, b) => a - b);
  return map;
}

/** From the first to the last record of a service, but for a few at either end. */
function activeSpanUs(times: readonly number[]): number {
  const trimmed = Math.max(1, Math.ceil(trimmedShare * times.length));
  return Math.max(0, (times[times.length - 1 - trimmed] ?? 0) - (times[trimmed] ?? 0));
}

function burstsOf(refused: readonly Answered[], spanUs: number): Answered[][] {
  if (refused.length < leastBurst) return [];
  const counts = new Map<number, number>();
  for (const event of refused) bump(counts, Math.floor(event.atUs / windowUs));
  const windows = Math.max(1, counts.size, Math.ceil(spanUs / windowUs));
  // Winsorised at the 95th percentile of busy windows, so that the burst itself does not become the baseline.
  const busy = [...counts.values()].sort((a, b) => a - b);
  const cap = Math.max(2, busy[Math.floor(0.95 * (busy.length - 1))] ?? 2);
  const total = busy.reduce((sum, count) => sum + Math.min(count, cap), 0);
  const mean = Math.max(total / windows, 1 / windows);
  const variance =
    (busy.reduce((sum, count) => sum + (Math.min(count, cap) - mean) ** 2, 0) +
      (windows - busy.length) * mean * mean) /
    windows;
  const k = dispersionOf(mean, variance);
  const loud = new Set(
    [...counts]
      .filter(
        ([, count]) => count >= leastBurst && negativeBinomialTail(count, mean, k) * windows < falseAlarm,
      )
      .map(([window]) => window),
  );
  const bursts: Answered[][] = [];
  let lastWindow = -Infinity;
  for (const event of refused) {
    const window = Math.floor(event.atUs / windowUs);
    // Neighbours of a loud window belong to the burst: it seldom starts on the five minutes.
    if (!loud.has(window) && !loud.has(window - 1) && !loud.has(window + 1)) continue;
    if (window - lastWindow > 2) bursts.push([]);
    lastWindow = window;
    bursts.at(-1)?.push(event);
  }
  return bursts;
}

function impactOf(
  service: string,
  burst: readonly Answered[],
  alerts: readonly EventOf<'alert'>[],
): ImpactCandidate {
  const first = burst[0];
  const last = burst.at(-1);
  if (first === undefined || last === undefined) throw new Error('a burst has at least one record');
  const withToken = burst.filter((event) => event.kind === 'token.use').length;
  const raised = alerts.filter(
    (alert) =>
      alert.atUs >= first.atUs - windowUs &&
      alert.atUs <= last.atUs + 6 * windowUs &&
      (alert.service === null || alert.service === service),
  );
  const minutes = Math.max(1, Math.round((last.atUs - first.atUs) / 60_000_000));
  return {
    detection: 'unauthorised-burst',
    title: `Burst of HTTP 401 at ${service}`,
    severity: withToken * 2 >= burst.length ? 'high' : 'medium',
    score: Math.log10(burst.length),
    entity: serviceEntity(service),
    by: mainSender(burst),
    atUs: last.atUs,
    event: last.id,
    why: `${burst.length} requests were answered 401 within ${minutes} minutes from ${isoSeconds(first.atUs)} on, ${withToken} of them with a token${raised.length > 0 ? `; ${raised.length} alerts say the same` : ''}`,
    attack: withToken * 2 >= burst.length ? ['T1550.001'] : ['T1110'],
    carriers: new Set(burst.map((event) => event.id)),
    horizonUs: null,
  };
}

/** The address behind at least half of the burst; null when there is none. */
function mainSender(burst: readonly Answered[]): NamedEntity | null {
  const counts = new Map<string, number>();
  for (const event of burst) if (event.sourceIp !== null) bump(counts, event.sourceIp);
  const [top] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return top !== undefined && top[1] * 2 >= burst.length ? ipEntity(top[0]) : null;
}

function bump<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
