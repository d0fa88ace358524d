import { baseName, type Event, type ProcessRef } from '@faultline/model';

/** A process that is known by more than its pid: its key, when it started, and when it was gone. */
interface KnownProcess {
  readonly ref: ProcessRef;
  startUs: number;
  endUs: number;
  /** Guids are the logger's own name of a process; `pid@start` is only as good as the clock. */
  readonly byGuid: boolean;
}

/** Two loggers report the same start this far apart at most. */
const sameStartUs = 2_000_000;

/**
 * Windows Security events name a process by pid, Sysmon by guid; a pid is reused within minutes. Every reference by pid gets the key of the process
 * that held this pid on this host at that time, and a reference by image name alone (`@…`) the only process with that image. What stays
 * ambiguous keeps its key. Pure, independent of order; events that stay are the same objects. Cost: O(n log n).
 */
export function resolveProcessIdentity(events: readonly Event[]): readonly Event[] {
  const known = knownProcesses(events);
  if (known.byPid.size === 0) return events;
  const resolve = (host: string, ref: ProcessRef, atUs: number): ProcessRef => {
    if (!isWeak(ref.key)) return ref;
    const match = ref.key.startsWith('@') ? known.byImage.get(`${host}/${imageName(ref)}`) : holderOf(known.byPid.get(`${host}/${ref.pid ?? '?'}`), atUs);
    return match === undefined || match === null ? ref : { key: match.ref.key, pid: ref.pid ?? match.ref.pid, image: ref.image ?? match.ref.image, user: ref.user ?? match.ref.user };
  };
  return events.map((event) => (isHostEvent(event) ? resolved(event, resolve) : event));
}

type HostEvent = Extract<Event, { host: string }>;
type Resolve = (host: string, ref: ProcessRef, atUs: number) => ProcessRef;

function isHostEvent(event: Event): event is HostEvent {
  return 'host' in event && event.host !== null && ('process' in event || 'source' in event);
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

/** `pid@`, `pid@time`, `@image`: names that only a time or a list of processes makes unique. */
function isWeak(key: string): boolean {
  return key.includes('@');
}

function imageName(ref: ProcessRef): string {
  return ref.image === null ? '' : baseName(ref.image).toLowerCase();
}

function holderOf(candidates: readonly KnownProcess[] | undefined, atUs: number): KnownProcess | null {
  if (candidates === undefined) return null;
  let best: KnownProcess | null = null;
  for (const candidate of candidates) {
    if (candidate.startUs > atUs + sameStartUs || candidate.endUs < atUs - sameStartUs) continue;
    const better = best === null || (candidate.byGuid && !best.byGuid) || (candidate.byGuid === best.byGuid && candidate.startUs > best.startUs);
    if (better) best = candidate;
  }
  return best;
}

function knownProcesses(events: readonly Event[]): { byPid: ReadonlyMap<string, KnownProcess[]>; byImage: ReadonlyMap<string, KnownProcess | null> } {
  const all = new Map<string, KnownProcess>();
  const note = (host: string, ref: ProcessRef, startUs: number, endUs: number) => {
    if (ref.pid === null || ref.key.startsWith('@') || ref.key.endsWith('@')) return;
    const key = `${host}/${ref.key}`;
    const process = all.get(key);
    if (process === undefined) all.set(key, { ref, startUs, endUs, byGuid: !isWeak(ref.key) });
    else {
      if (startUs > process.startUs) process.startUs = startUs;
      if (endUs < process.endUs) process.endUs = endUs;
    }
  };
  for (const event of events) {
    if (!isHostEvent(event)) continue;
    if (event.kind === 'process.access' || event.kind === 'process.inject') {
      note(event.host, event.source, -Infinity, Infinity);
      note(event.host, event.target, -Infinity, Infinity);
    } else if (event.kind === 'process.start') {
      note(event.host, event.process, event.atUs, Infinity);
      if (event.parent !== null) note(event.host, event.parent, -Infinity, Infinity);
    } else if (event.kind === 'process.end') note(event.host, event.process, -Infinity, event.atUs);
    else if ('process' in event && event.process !== null) note(event.host, event.process, -Infinity, Infinity);
  }
  const byPid = new Map<string, KnownProcess[]>();
  const byImage = new Map<string, KnownProcess | null>();
  for (const [key, process] of all) {
    const host = key.slice(0, key.length - process.ref.key.length - 1);
    const pidKey = `${host}/${process.ref.pid ?? '?'}`;
    const list = byPid.get(pidKey);
    if (list === undefined) byPid.set(pidKey, [process]);
    else list.push(process);
    if (!process.byGuid || process.ref.image === null) continue;
    const imageKey = `${host}/${imageName(process.ref)}`;
    byImage.set(imageKey, byImage.has(imageKey) ? null : process);
  }
  for (const list of byPid.values()) list.sort((a, b) => a.startUs - b.startUs || (a.ref.key < b.ref.key ? -1 : 1));
  return { byPid, byImage };
}
