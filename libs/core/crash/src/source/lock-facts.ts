import type { HeldLock, SourceFacts } from '../judge/patch-hint.js';
import type { HeldMutex } from './held-locks.js';
import type { AccessSite, MapAccesses } from './map-accesses.js';

/** The locks at both places in the words of the patch hint. */
export function lockFacts(died: AccessSite, peer: AccessSite | null, accesses: MapAccesses): SourceFacts {
  const left = accesses.locksAt(died);
  if (peer === null) return { crashing: heldBy(left) };
  const right = accesses.locksAt(peer);
  const isCopied = [...left, ...right].some(({ isCopy }) => isCopy);
  const isShared = left.some(({ key }) => right.some((other) => other.key === key));
  const locksDiffer = left.length > 0 && right.length > 0 && (isCopied || !isShared);
  return { crashing: heldBy(left), peer: heldBy(right), locksDiffer };
}

function heldBy(held: readonly HeldMutex[]): HeldLock {
  if (held.length === 0) return 'none';
  return held.every(({ isReadLock }) => isReadLock) ? 'read-lock' : 'lock';
}
