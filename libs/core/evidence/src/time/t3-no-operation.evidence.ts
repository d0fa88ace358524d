import { type EventIndex, jobViews, partitionPoint } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectBursts, type SuspectBurst } from '@faultline/detect';
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

/** Without a sign of life for so long a feed may have ended, and its silence during the burst says nothing. */
const aliveUs = 14 * 86_400_000_000;
const maxCovering = 20;

/**
 * T3, no operation: nobody was changing anything when the burst happened. p = 1 - covered / (slots + 1): the share of lawful busy quarter hours that no
 * operation covers. Without change tickets, or when neither a ticket nor an operation is on record for the 14 days before, the silence means nothing: MISSING,
 * and an unseen operation stays possible (e = 0.5).
 */
export const noOperation: EvidenceTest = {
  family: 'time',
  id: 'T3',
  run({ index }) {
    const bursts = index.memo(suspectBursts);
    const hasFeed = index.of('change').length > 0;
    const operations = index.memo(operationsOf);
    const coveringOf = sweep(operations);
    const { slots, covered } = coveredSlots(index, operations);
    const found = bursts.map((burst) => {
      const covering = coveringOf(burst);
      const base = { family: 'time', test: 'T3', n: bursts.length } as const;
      const missing = (reason: string) => ({
        entity: burst.anchor,
        evidence: { ...base, status: 'MISSING' as const, p: null, e: unseenOperation, events: [], reason },
      });
      if (!hasFeed)
        return missing('no change tickets were read, so an operation at that time cannot be excluded');
      if (covering.length > 0) {
        const reason = `an operation covers the time: ${covering
          .slice(0, 3)
          .map((operation) => operation.what)
          .join('; ')}`;
        return {
          entity: burst.anchor,
          evidence: {
            ...base,
            status: 'EXPLAINED' as const,
            p: null,
            e: 1,
            events: namedEvents(covering.map((operation) => operation.event)),
            reason,
          },
        };
      }
      if (!isAlive(operations, burst.startUs))
        return missing(
          'neither a change ticket nor an operation is on record for the 14 days before, so the feed may have ended',
        );
      if (slots < minSlots) return missing(`${slots} lawful busy quarter hours, ${minSlots} needed`);
      const p = 1 - covered / (slots + 1);
      return {
        entity: burst.anchor,
        evidence: {
          ...base,
          status: p < 0.01 ? ('SIGNIFICANT' as const) : ('NOT_SIGNIFICANT' as const),
          p,
          e: eValue(p),
          events: [],
          reason: `no change ticket, deployment or build from ${beforeUs / minuteUs} minutes before to ${afterUs / minuteUs} minutes after; ${((100 * covered) / slots).toFixed(0)} % of lawful busy times have one`,
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

/** Operations by the time that they cover. Bursts are asked for in the order of their start, so each operation is taken up and laid down once. */
function sweep(operations: readonly Operation[]): (burst: SuspectBurst) => readonly Operation[] {
  const open = new Set<Operation>();
  let next = 0;
  return ({ startUs, endUs }) => {
    for (; next < operations.length; next++) {
      const operation = operations[next];
      if (operation === undefined || operation.startUs - beforeUs > endUs) break;
      open.add(operation);
    }
    const covering: Operation[] = [];
    for (const operation of open) {
      if (operation.endUs + afterUs < startUs) open.delete(operation);
      else if (operation.startUs - beforeUs <= endUs && covering.push(operation) === maxCovering) break;
    }
    return covering;
  };
}

/** The last operation that began before the burst did so, or ended, no more than 14 days earlier. */
function isAlive(operations: readonly Operation[], atUs: number): boolean {
  const place = partitionPoint(operations, (operation) => operation.startUs <= atUs);
  const last = operations[place - 1];
  return last !== undefined && Math.max(last.startUs, last.endUs) >= atUs - aliveUs;
}

/** How many lawful busy quarter hours there are and how many of them some operation covers. Cost: one pass over both. */
function coveredSlots(
  index: EventIndex,
  operations: readonly Operation[],
): { readonly slots: number; readonly covered: number } {
  const slots = busySlots(index.memo(lawfulIssuances)).sort((a, b) => a - b);
  let next = 0;
  let reachUs = -Infinity;
  let covered = 0;
  for (const slot of slots) {
    for (; next < operations.length; next++) {
      const operation = operations[next];
      if (operation === undefined || operation.startUs - beforeUs > slot + slotUs) break;
      reachUs = Math.max(reachUs, operation.endUs + afterUs);
    }
    if (reachUs >= slot) covered += 1;
  }
  return { slots: slots.length, covered };
}

function operationsOf(index: EventIndex): readonly Operation[] {
  const list: Operation[] = index.of('change').map((event) => ({
    startUs: event.startUs,
    endUs: event.endUs,
    what: `change ${event.changeId}`,
    event: event.id,
  }));
  for (const event of index.of('cicd.deployment'))
    list.push({
      startUs: event.atUs,
      endUs: event.atUs,
      what: `deployment of ${event.service}`,
      event: event.id,
    });
  for (const job of index.memo(jobViews)) {
    if (job.startedAtUs === null) continue;
    list.push({
      startUs: job.startedAtUs,
      endUs: job.finishedAtUs ?? job.startedAtUs,
      what: `build job ${job.identity.jobId}`,
      event: job.events[0] ?? '',
    });
  }
  return list.sort((a, b) => a.startUs - b.startUs || (a.event < b.event ? -1 : 1));
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
