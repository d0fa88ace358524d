import { jobViews, type EventIndex } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectBursts } from '@faultline/detect';
import { lawfulIssuances } from './issuance-series.js';

const minuteUs = 60_000_000;
const beforeUs = 5 * minuteUs;
const afterUs = 15 * minuteUs;
const slotUs = 15 * minuteUs;
const minSlots = 50;

/** Half of the weight that an unseen operation could take away; used when no feed of operations was read. */
const unseenOperation = 0.5;

interface Operation {
  readonly startUs: number;
  readonly endUs: number;
  readonly what: string;
  readonly event: string;
}

/**
 * T3, no operation: nobody was changing anything when the burst happened. p = (1 - rho)^n, rho being the share of lawful busy quarter hours
 * that some operation covers. Without a change feed the silence means nothing: MISSING, and an unseen operation stays possible (e = 0.5).
 */
export const noOperation: EvidenceTest = {
  family: 'time',
  id: 'T3',
  run({ index }) {
    const bursts = index.memo(suspectBursts);
    const hasFeed = index.of('change').length > 0;
    const operations = index.memo(operationsOf);
    const found = bursts.map((burst) => {
      const covering = operations.filter((operation) => operation.startUs - beforeUs <= burst.endUs && operation.endUs + afterUs >= burst.startUs);
      const base = { family: 'time', test: 'T3', n: bursts.length } as const;
      if (!hasFeed) {
        return { entity: burst.anchor, evidence: { ...base, status: 'MISSING' as const, p: null, e: unseenOperation, events: [], reason: 'no change tickets were read, so an operation at that time cannot be excluded' } };
      }
      if (covering.length > 0) {
        const reason = `an operation covers the time: ${covering.slice(0, 3).map((operation) => operation.what).join('; ')}`;
        return { entity: burst.anchor, evidence: { ...base, status: 'EXPLAINED' as const, p: null, e: 1, events: namedEvents(covering.map((operation) => operation.event)), reason } };
      }
      const slots = busySlots(index.memo(lawfulIssuances));
      if (slots.length < minSlots) {
        return { entity: burst.anchor, evidence: { ...base, status: 'MISSING' as const, p: null, e: unseenOperation, events: [], reason: `${slots.length} lawful busy quarter hours, ${minSlots} needed` } };
      }
      const covered = slots.filter((slot) => operations.some((operation) => operation.startUs - beforeUs <= slot + slotUs && operation.endUs + afterUs >= slot)).length;
      const p = 1 - covered / (slots.length + 1);
      return {
        entity: burst.anchor,
        evidence: {
          ...base,
          status: p < 0.01 ? ('SIGNIFICANT' as const) : ('NOT_SIGNIFICANT' as const),
          p,
          e: eValue(p),
          events: [],
          reason: `no change ticket, deployment or build from ${beforeUs / minuteUs} minutes before to ${afterUs / minuteUs} minutes after; ${((100 * covered) / slots.length).toFixed(0)} % of lawful busy times have one`,
        },
      };
    });
    const unknowns =
      hasFeed || bursts.length === 0
        ? []
        : [
            {
              what: 'join change tickets → time of the burst',
              why: 'no change tickets were read',
              effect: 'a planned operation at that time cannot be excluded; time evidence is weaker',
            },
          ];
    return { found, unknowns };
  },
};

function operationsOf(index: EventIndex): readonly Operation[] {
  const list: Operation[] = index.of('change').map((event) => ({ startUs: event.startUs, endUs: event.endUs, what: `change ${event.changeId}`, event: event.id }));
  for (const event of index.of('cicd.deployment')) list.push({ startUs: event.atUs, endUs: event.atUs, what: `deployment of ${event.service}`, event: event.id });
  for (const job of index.memo(jobViews)) {
    if (job.startedAtUs === null) continue;
    list.push({ startUs: job.startedAtUs, endUs: job.finishedAtUs ?? job.startedAtUs, what: `build job ${job.identity.jobId}`, event: job.events[0] ?? '' });
  }
  return list;
}

/** Quarter hours with at least as many lawful issuances as the busiest tenth, at most 500 of them. */
function busySlots(lawful: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const time of lawful) {
    const slot = Math.floor(time / slotUs) * slotUs;
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, Math.min(500, Math.max(minSlots, Math.floor(counts.size / 10))))
    .map(([slot]) => slot);
}
