import { type Event, normalisePath, partitionPoint, type ProcessRef } from '@faultline/model';

/** A process that is known by more than its pid, and the times that it can have lived. */
export interface KnownProcess {
  ref: ProcessRef;
  /** Guids are the logger's own name of a process; `pid@start` is only as good as the clock. */
  readonly byGuid: boolean;
  /** When it started and ended, as recorded; infinite where nothing says so. */
  startUs: number;
  endUs: number;
  /** First and last record of it. */
  seenUs: number;
  lastUs: number;
}

export interface KnownProcesses {
  /** By `host/pid`: processes that are not the same, in order of their beginning. */
  readonly byPid: ReadonlyMap<string, readonly KnownProcess[]>;
  /** By `host/image`; null: more than one. */
  readonly byImage: ReadonlyMap<string, KnownProcess | null>;
  /** By `host/pid@start`: what a second logger calls by guid. */
  readonly twins: ReadonlyMap<string, KnownProcess>;
}

export type HostEvent = Extract<Event, { host: string }>;

/** Two loggers report the same start this far apart at most. */
export const sameStartUs = 2_000_000;
/** Security records of public recordings carry times up to 23 s late. */
const latestUs = 30_000_000;

export function isHostEvent(event: Event): event is HostEvent {
  return 'host' in event && event.host !== null && ('process' in event || 'source' in event);
}

/** `pid@`, `pid@time`, `@image`: names that only a time or a list of processes makes unique. */
export function isWeak(key: string): boolean {
  return key.includes('@');
}

/** Path of the image without its volume, which one logger writes as a letter and another as a device. */
export function imageKey(host: string, image: string): string {
  return `${host.toLowerCase()}/${normalisePath(image).replace(/^(?:\\device\\[^\\]+|[a-z]:)(?=\\)/, '')}`;
}

export function pidKey(host: string, pid: number | null): string {
  return `${host.toLowerCase()}/${pid ?? '?'}`;
}

export function refKey(host: string, ref: ProcessRef): string {
  return `${host.toLowerCase()}/${ref.key}`;
}

/** When a process was certainly there for the first time. */
export function beginUs(process: KnownProcess): number {
  return process.startUs === -Infinity ? process.seenUs : process.startUs;
}

export function knownProcesses(events: readonly Event[]): KnownProcesses {
  const byPid = new Map<string, KnownProcess[]>();
  const twins = new Map<string, KnownProcess>();
  for (const { host, process } of allProcesses(events)) {
    const key = pidKey(host, process.ref.pid);
    const list = byPid.get(key);
    if (list === undefined) byPid.set(key, [process]);
    else list.push(process);
  }
  const byImage = new Map<string, KnownProcess | null>();
  for (const [key, list] of byPid) {
    const host = key.slice(0, key.lastIndexOf('/'));
    const distinct = withoutTwins(list, (weak, process) => twins.set(refKey(host, weak.ref), process));
    byPid.set(key, distinct);
    for (const process of distinct) {
      if (process.ref.image === null) continue;
      const image = imageKey(host, process.ref.image);
      byImage.set(image, byImage.has(image) ? null : process);
    }
  }
  return { byPid, byImage, twins };
}

function allProcesses(events: readonly Event[]): Iterable<{ host: string; process: KnownProcess }> {
  const all = new Map<string, { host: string; process: KnownProcess }>();
  // Thousands of events share one reference: what it says was taken in the first time, but for the times.
  const byRef = new Map<ProcessRef, { host: string; process: KnownProcess }>();
  const note = (event: HostEvent, ref: ProcessRef, startUs: number, endUs: number) => {
    if (ref.pid === null || ref.key.startsWith('@') || ref.key.endsWith('@')) return;
    const { atUs } = event;
    let entry = byRef.get(ref);
    if (entry?.host !== event.host) {
      const key = refKey(event.host, ref);
      entry = all.get(key);
      if (entry === undefined) {
        const process = { ref, startUs, endUs, seenUs: atUs, lastUs: atUs, byGuid: !isWeak(ref.key) };
        entry = { host: event.host, process };
        all.set(key, entry);
        byRef.set(ref, entry);
        return;
      }
      entry.process.ref = together(entry.process.ref, ref);
      byRef.set(ref, entry);
    }
    const known = entry.process;
    known.startUs = Math.max(known.startUs, startUs);
    known.endUs = Math.min(known.endUs, endUs);
    known.seenUs = Math.min(known.seenUs, atUs);
    known.lastUs = Math.max(known.lastUs, atUs);
  };
  for (const event of events) {
    if (!isHostEvent(event)) continue;
    if (event.kind === 'process.access' || event.kind === 'process.inject') {
      note(event, event.source, -Infinity, Infinity);
      note(event, event.target, -Infinity, Infinity);
    } else if (event.kind === 'process.start') {
      note(event, event.process, event.atUs, Infinity);
      if (event.parent !== null) note(event, event.parent, -Infinity, Infinity);
    } else if (event.kind === 'process.end') note(event, event.process, -Infinity, event.atUs);
    else if ('process' in event && event.process !== null) note(event, event.process, -Infinity, Infinity);
  }
  return all.values();
}

/** What two records say of one process. Which of them came first must not matter. */
function together(a: ProcessRef, b: ProcessRef): ProcessRef {
  if (a.pid === b.pid && a.image === b.image && a.user === b.user) return a;
  return {
    key: a.key,
    pid: a.pid === null || (b.pid !== null && b.pid < a.pid) ? b.pid : a.pid,
    image: either(a.image, b.image),
    user: either(a.user, b.user),
  };
}

function either(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** Folds every `pid@start` into the guid of the same process; what remains is one entry for each process. */
function withoutTwins(
  list: readonly KnownProcess[],
  fold: (weak: KnownProcess, process: KnownProcess) => void,
): KnownProcess[] {
  const guids = list.filter(({ byGuid }) => byGuid).sort(byBeginning);
  const weaks = list.filter(({ byGuid }) => !byGuid).sort(byBeginning);
  // All are found before any is folded: folding moves the beginnings that finding goes by.
  const found = weaks.map((weak) => ({ weak, twin: twinOf(weak, guids) }));
  const distinct = [...guids];
  for (const { weak, twin } of found) {
    if (twin === undefined) {
      distinct.push(weak);
      continue;
    }
    fold(weak, twin);
    twin.startUs = twin.startUs === -Infinity ? weak.startUs : Math.min(twin.startUs, weak.startUs);
    twin.endUs = Math.min(twin.endUs, weak.endUs);
    twin.seenUs = Math.min(twin.seenUs, weak.seenUs);
    twin.lastUs = Math.max(twin.lastUs, weak.lastUs);
  }
  return distinct.sort(byBeginning);
}

/**
 * The guid that began with the weak name, or a little before it with the same program: collectors write late. Where the guid's start is not on
 * record, the first that was seen from then on.
 */
function twinOf(weak: KnownProcess, guids: readonly KnownProcess[]): KnownProcess | undefined {
  const next = firstAt(guids, weak.startUs + sameStartUs + 1);
  const [before, after] = [guids[next - 1], guids[next]];
  if (before !== undefined && sameImage(weak, before)) {
    const lateUs = weak.startUs - beginUs(before);
    if (lateUs <= sameStartUs || (lateUs <= latestUs && before.ref.image !== null)) return before;
  }
  return after !== undefined && after.startUs === -Infinity && sameImage(weak, after) ? after : undefined;
}

function sameImage(a: KnownProcess, b: KnownProcess): boolean {
  if (a.ref.image === null || b.ref.image === null) return true;
  return imageKey('', a.ref.image) === imageKey('', b.ref.image);
}

function byBeginning(a: KnownProcess, b: KnownProcess): number {
  return beginUs(a) - beginUs(b) || (a.ref.key < b.ref.key ? -1 : 1);
}

/** Place of the first process that begins at this time or later. */
export function firstAt(sorted: readonly KnownProcess[], atUs: number): number {
  return partitionPoint(sorted, (process) => beginUs(process) < atUs);
}
