import type { Event, ProcessRef } from '@faultline/model';
import {
  beginUs,
  firstAt,
  imageKey,
  isHostEvent,
  isWeak,
  knownProcesses,
  pidKey,
  refKey,
  sameStartUs,
  type HostEvent,
  type KnownProcess,
  type KnownProcesses,
} from './known-processes.js';

/**
 * Windows Security events name a process by pid, Sysmon by guid; a pid is reused within minutes. Every reference by pid gets the key of the process
 * that held this pid on this host at that time, and a reference by image alone (`@…`) the only process with that image. What stays
 * ambiguous keeps its key. Pure, independent of order; events that stay are the same objects. Cost: O(n log n).
 */
export function resolveProcessIdentity(events: readonly Event[]): readonly Event[] {
  const known = knownProcesses(events);
  if (known.byPid.size === 0) return events;
  const resolve = (host: string, ref: ProcessRef, atUs: number): ProcessRef => {
    const match = isWeak(ref.key) ? processOf(known, host, ref, atUs) : undefined;
    if (match === undefined || match === null || match.ref.key === ref.key) return ref;
    const { key, pid, image, user } = match.ref;
    return { key, pid: ref.pid ?? pid, image: ref.image ?? image, user: ref.user ?? user };
  };
  return events.map((event) => (isHostEvent(event) ? resolved(event, resolve) : event));
}

type Resolve = (host: string, ref: ProcessRef, atUs: number) => ProcessRef;

function processOf(
  known: KnownProcesses,
  host: string,
  ref: ProcessRef,
  atUs: number,
): KnownProcess | null | undefined {
  if (ref.key.startsWith('@'))
    return ref.image === null ? undefined : known.byImage.get(imageKey(host, ref.image));
  if (!ref.key.endsWith('@')) return known.twins.get(refKey(host, ref));
  return holderOf(known.byPid.get(pidKey(host, ref.pid)) ?? [], atUs);
}

function resolved(event: HostEvent, resolve: Resolve): Event {
  switch (event.kind) {
    case 'process.access':
    case 'process.inject': {
      const source = resolve(event.host, event.source, event.atUs);
      const target = resolve(event.host, event.target, event.atUs);
      return source === event.source && target === event.target ? event : { ...event, source, target };
    }
    case 'process.start': {
      const process = resolve(event.host, event.process, event.atUs);
      const parent = event.parent === null ? null : resolve(event.host, event.parent, event.atUs);
      return process === event.process && parent === event.parent ? event : { ...event, process, parent };
    }
    default: {
      if (!('process' in event) || event.process === null) return event;
      const process = resolve(event.host, event.process, event.atUs);
      return process === event.process ? event : { ...event, process };
    }
  }
}

/** A pid cannot change hands this often within the tolerance; more is a forged log, which gets no answer that costs more. */
const handsMax = 8;

/** Who had the pid then: who was seen before and after, else the only one who can have had it, else the last of them whose start is on record. */
function holderOf(sorted: readonly KnownProcess[], atUs: number): KnownProcess | null {
  const next = firstAt(sorted, atUs + sameStartUs);
  const first = Math.max(0, next - handsMax);
  const possible = sorted.slice(first, next + 1).filter((_, place) => canHold(sorted, first + place, atUs));
  const alive = possible.filter(({ seenUs, lastUs }) => seenUs <= atUs && atUs <= lastUs);
  if (alive.length === 1) return alive[0] ?? null;
  const latest = possible.at(-1);
  return latest !== undefined && (possible.length === 1 || latest.startUs !== -Infinity) ? latest : null;
}

/** A pid belongs to one process at a time: it comes free before the next one begins. */
function canHold(sorted: readonly KnownProcess[], place: number, atUs: number): boolean {
  const process = sorted[place];
  if (process === undefined) return false;
  const [before, after] = [sorted[place - 1], sorted[place + 1]];
  const fromUs = process.startUs === -Infinity ? (before?.lastUs ?? -Infinity) : process.startUs;
  const untilUs = Math.min(process.endUs, after === undefined ? Infinity : beginUs(after));
  return fromUs <= atUs + sameStartUs && atUs - sameStartUs <= untilUs;
}
