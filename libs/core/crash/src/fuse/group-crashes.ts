import type { Crash } from '@faultline/model';
import { kindFamily } from '../judge/kind-family.js';
import { certainKey, diedKey } from './crash-sides.js';
import { createSets, type Sets } from './disjoint-sets.js';

/**
 * Crashes of one bug together. One place of death is one bug; two places are one only where somebody saw both parties (a report of
 * the race detector, a double crash). What is merely likely never joins, because two bugs in one hot program always stand beside each
 * other. Crashes without a place stay alone. The order of the crashes does not matter; cost about linear.
 */
export function groupCrashes(crashes: readonly Crash[]): readonly (readonly Crash[])[] {
  const sets = createSets();
  const keys = crashes.map((crash, at) => diedKey(crash) ?? `alone ${at}`);
  for (const key of keys) sets.add(key);
  joinPairs(sets, crashes, keys);
  joinUnknown(sets, keys);
  const groups = new Map<string, Crash[]>();
  for (const [at, crash] of crashes.entries()) {
    const root = sets.find(keys[at] ?? '');
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [crash]);
    else group.push(crash);
  }
  return [...groups.values()];
}

/** Who wrote may have raced with readers of several maps: then only methods of one type belong together. */
function joinPairs(sets: Sets, crashes: readonly Crash[], keys: readonly string[]): void {
  const partners = new Map<string, Set<string>>();
  for (const [at, crash] of crashes.entries()) {
    const [one, other] = [keys[at], crash.confirmed ? certainKey(crash) : null];
    if (one === undefined || other === null || one === other || kindFamily(crash.kind) !== 'map') continue;
    link(partners, one, other);
    link(partners, other, one);
  }
  for (const [key, others] of partners) {
    for (const other of others) {
      const alone = others.size === 1 && partners.get(other)?.size === 1;
      if (alone || sameType(key, other)) sets.join(key, other);
    }
  }
}

function link(partners: Map<string, Set<string>>, from: string, to: string): void {
  const known = partners.get(from);
  if (known === undefined) partners.set(from, new Set([to]));
  else known.add(to);
}

function sameType(one: string, other: string): boolean {
  const type = typeOf(one);
  return type !== null && type === typeOf(other);
}

/** `main.(*Store)` of a key that is one method on a pointer, which owns its map. */
function typeOf(key: string): string | null {
  const path = key.split('\n').slice(1);
  const name = path.length === 1 ? (path[0] ?? '') : '';
  const end = name.lastIndexOf(').');
  return end < 0 ? null : name.slice(0, end + 1);
}

/** Where the message is lost it is unknown what a closure did; the place is the same if only one of the two ever died there. */
function joinUnknown(sets: Sets, keys: readonly string[]): void {
  const known = new Set(keys);
  for (const key of known) {
    if (!key.endsWith('\nunknown')) continue;
    const found = ['read', 'write']
      .map((access) => key.replace(/unknown$/, access))
      .filter((other) => known.has(other));
    const [only] = found;
    if (found.length === 1 && only !== undefined) sets.join(key, only);
  }
}
