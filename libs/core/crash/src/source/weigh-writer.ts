import { writtenAs, type HeldMutex } from './held-locks.js';
import type { AccessSite, MapAccesses } from './map-accesses.js';

/** A writer of the map, and how much speaks for it as the other party. */
export interface WeighedWriter {
  readonly writer: AccessSite;
  readonly weight: number;
  readonly why: string;
}

/*
 * The weights order reasons, no more: what no lock keeps apart comes before what looks guarded, and code that is known to run beside others
 * before code that is not.
 */
const unguarded = 6;
const otherLock = 5;
const guarded = -6;
const concurrent = 3;
const beforeSharing = -4;
const sameFunction = 1;

export function weighWriter(
  writer: AccessSite,
  died: AccessSite,
  all: readonly AccessSite[],
  accesses: MapAccesses,
): WeighedWriter {
  const locks = lockReason(writer, died, all, accesses);
  const runs = accesses.concurrency.get(writer.site.id);
  const isEarly = runs === undefined && isBeforeSharing(writer, accesses);
  const weight =
    locks.weight +
    (runs === undefined ? 0 : concurrent) +
    (isEarly ? beforeSharing : 0) +
    (writer.site.id === died.site.id ? sameFunction : 0);
  const verb = writer.access.operation === 'write' ? 'writes' : `${writer.access.operation}s from`;
  const why = [
    `it ${verb} ${writtenAs(writer.access.map)} ${locks.text}`,
    ...(runs === undefined ? [] : [runs]),
    ...(isEarly ? ['most likely before the map is shared'] : []),
  ].join('; ');
  return { writer, weight, why };
}

function lockReason(
  writer: AccessSite,
  died: AccessSite,
  all: readonly AccessSite[],
  accesses: MapAccesses,
): { readonly weight: number; readonly text: string } {
  const held = accesses.locksAt(writer);
  const copy = held.find(({ isCopy }) => isCopy);
  if (copy !== undefined) {
    return {
      weight: unguarded,
      text: `under a copy of the lock: the value receiver of the method copies ${copy.written}`,
    };
  }
  const read = held.find(({ isReadLock }) => isReadLock);
  if (read !== undefined && held.every(({ isReadLock }) => isReadLock)) {
    return {
      weight: unguarded,
      text: `under ${read.written}.RLock, which keeps no other holder of RLock out`,
    };
  }
  const [own] = held;
  if (own === undefined) return { weight: unguarded, text: withoutLock(writer, all, accesses) };
  const diedHolds = accesses.locksAt(died);
  if (diedHolds.some(({ key, isCopy }) => !isCopy && held.some((each) => each.key === key))) {
    return { weight: guarded, text: `under ${own.written}, as the place that died` };
  }
  const other = diedHolds[0];
  return other === undefined
    ? { weight: otherLock, text: `under ${own.written}, which the place that died does not hold` }
    : { weight: otherLock, text: `under ${own.written}, while the place that died holds ${other.written}` };
}

/** "without s.mu, which 4 of 5 other accesses hold" */
function withoutLock(writer: AccessSite, all: readonly AccessSite[], accesses: MapAccesses): string {
  const others = all.filter((each) => each !== writer).map((each) => accesses.locksAt(each));
  const counts = new Map<string, { readonly lock: HeldMutex; count: number }>();
  for (const held of others) {
    for (const lock of held) {
      const counted = counts.get(lock.key) ?? { lock, count: 0 };
      counted.count += 1;
      counts.set(lock.key, counted);
    }
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (most === undefined) return 'without any lock';
  const accessWord = others.length === 1 ? 'access holds' : 'accesses hold';
  return `without ${most.lock.written}, which ${String(most.count)} of ${String(others.length)} other ${accessWord}`;
}

/** In `init`, in a constructor, or in `main` before it starts the first goroutine. */
function isBeforeSharing({ site, access }: AccessSite, { program }: MapAccesses): boolean {
  const { name, receiver, calls } = site.function;
  if (receiver === null && (name === 'init' || /^[Nn]ew(?:[A-Z]|$)/.test(name))) return true;
  if (name !== 'main' || program.parentOf(site) !== null) return false;
  const first = calls.find(({ isGo }) => isGo);
  return first !== undefined && access.at < first.at;
}
