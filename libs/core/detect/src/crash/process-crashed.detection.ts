import { crashDefects, crashWords, type CrashDefect, isDeath, type PlacedCrash } from '@faultline/crash';
import {
  crashEntity,
  crashRequests,
  isoSeconds,
  routeAccess,
  routeKey,
  type EventIndex,
  type RouteAccess,
  type Severity,
} from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';

/** One death may be bad luck with a rare race; a second one says that it will come again. */
const repeatedFrom = 2;
/** What was being served belongs to the story; what was served a minute earlier does not. */
const horizonUs = 2_000_000;
/** A log that is an attack may claim crashes without end. */
const impactsMax = 20;

/**
 * A service that died of a crash: one impact per defect and place, however often it struck. A text that nothing confirms is at most an impact of
 * low severity, and a mere message without a stack is none. Never called an attack: a race needs no attacker.
 */
export const processCrashed: Detection = {
  id: 'process-crashed',
  find(index) {
    const { defects, placeless } = index.memo(crashDefects);
    const groups = [
      ...defects.flatMap(({ crashes, entity }) => byPlace(crashes, entity.key)),
      ...placeless.map((crash) => [crash]),
    ];
    const found = groups.flatMap((crashes) => impactOf(crashes, index));
    return found
      .sort((a, b) => b.score - a.score || a.atUs - b.atUs || (a.event < b.event ? -1 : 1))
      .slice(0, impactsMax);
  },
};

function byPlace(crashes: CrashDefect['crashes'], defect: string): readonly (readonly PlacedCrash[])[] {
  const groups = new Map<string, PlacedCrash[]>();
  for (const crash of crashes) {
    // What nothing confirms must not share the severity of what is certain.
    const key = `${defect} ${crash.event.crash.confirmed} ${crash.place?.entity.key ?? crash.event.id}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [crash]);
    else known.push(crash);
  }
  return [...groups.values()];
}

function impactOf(crashes: readonly PlacedCrash[], index: EventIndex): ImpactCandidate[] {
  const [first, last] = [crashes[0], crashes.at(-1)];
  if (first === undefined || last === undefined || !isWorthAnImpact(last)) return [];
  const { event, place, sites } = last;
  const open = openRoute(crashes, index);
  return [
    {
      detection: 'process-crashed',
      title: titleOf(last, crashes.length),
      severity: severityOf(last, crashes.length),
      score: scoreOf(last) + 1 - 1 / crashes.length,
      entity: place?.entity ?? crashEntity(event),
      by: sites[0]?.entity ?? null,
      atUs: event.atUs,
      event: event.id,
      why: `${timesWords(crashes)}${crashWords(event.crash)}${openWords(open)}`,
      attack: open === null ? [] : ['T1499.004'],
      carriers: new Set(crashes.map((crash) => crash.event.id)),
      horizonUs: event.atUs - first.event.atUs + horizonUs,
    },
  ];
}

/** Someone may quote a message; a stack is more than a quotation, though it may be forged as well. */
function isWorthAnImpact({ event: { crash } }: PlacedCrash): boolean {
  return crash.confirmed || (crash.crashing !== null && crash.goroutines.length > 0);
}

function titleOf({ event, place }: PlacedCrash, times: number): string {
  const who = place?.entity.label ?? 'a Go program';
  if (!event.crash.confirmed) return `Unconfirmed text of a crash of ${who}`;
  if (!isDeath(event)) return `Data race in ${who}`;
  return `${who} crashed${times > 1 ? ` ${times} times` : ''}: ${event.crash.message?.slice(0, 80) ?? event.crash.kind.replaceAll('_', ' ')}`;
}

function severityOf({ event }: PlacedCrash, times: number): Severity {
  if (!event.crash.confirmed || !isDeath(event)) return 'low';
  return times >= repeatedFrom ? 'high' : 'medium';
}

const certaintyScore = { certain: 0.4, likely: 0.3, hypothesis: 0.2, 'cannot-be-told': 0.1 } as const;

function scoreOf({ event: { crash } }: PlacedCrash): number {
  return (crash.confirmed ? 1 : 0) + certaintyScore[crash.peer.certainty];
}

function timesWords(crashes: readonly PlacedCrash[]): string {
  const first = crashes[0];
  return crashes.length < 2 || first === undefined
    ? ''
    : `${crashes.length} times since ${isoSeconds(first.event.atUs)}: `;
}

/** A route that answered without a token and that one of the crashes may have served. */
function openRoute(crashes: readonly PlacedCrash[], index: EventIndex): RouteAccess | null {
  const requestsOf = index.memo(crashRequests);
  const access = index.memo(routeAccess);
  for (const { event } of crashes) {
    if (!event.crash.confirmed) continue;
    for (const request of requestsOf.get(event.id)?.requests ?? []) {
      const route = access.get(routeKey(request));
      if (route?.access === 'open') return route;
    }
  }
  return null;
}

function openWords(open: RouteAccess | null): string {
  if (open === null) return '';
  return `. ${open.route} of ${open.service} answers without a token, so that a remote party may be able to provoke it (possibly T1499.004; nothing here shows an attack)`;
}
