import type { NamedEntity } from '@faultline/model';

/** Collects entities as drafts name them, in any order; `rank()` then gives numbers that depend on the set alone. */
export class EntityTable {
  readonly #byKind = new Map<string, Map<string, number>>();
  readonly #entities: NamedEntity[] = [];

  /** Number in order of first mention. O(1). */
  intern(named: NamedEntity): number {
    let byKey = this.#byKind.get(named.kind);
    if (byKey === undefined) {
      byKey = new Map<string, number>();
      this.#byKind.set(named.kind, byKey);
    }
    const known = byKey.get(named.key);
    if (known === undefined) {
      byKey.set(named.key, this.#entities.length);
      return this.#entities.push(named) - 1;
    }
    const entity = this.#entities[known]!;
    if (entity !== named) this.#entities[known] = merged(entity, named);
    return known;
  }

  /** Entities sorted by (kind, key), and for each interned number its place in that order. O(n log n). */
  rank(): { readonly entities: readonly NamedEntity[]; readonly rankOf: Int32Array } {
    const order = this.#entities.map((_, index) => index);
    order.sort((a, b) => compareRefs(this.#entities[a]!, this.#entities[b]!));
    const rankOf = new Int32Array(order.length);
    order.forEach((interned, place) => (rankOf[interned] = place));
    return { entities: order.map((interned) => this.#entities[interned]!), rankOf };
  }
}

function compareRefs(a: NamedEntity, b: NamedEntity): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return 0;
}

/**
 * One entity out of two mentions, whatever their order: the smaller label, and the dearer cost, where `null` (cannot be removed) is
 * dearest and no statement is cheapest. Dearer is the careful choice: a cut is never promised for less than any source says.
 */
function merged(a: NamedEntity, b: NamedEntity): NamedEntity {
  const label = a.label <= b.label ? a.label : b.label;
  const cost = dearer(a.cost, b.cost);
  if (label === a.label && cost === a.cost) return a;
  const base = { kind: a.kind, key: a.key, label };
  return cost === undefined ? base : { ...base, cost };
}

function dearer(a: number | null | undefined, b: number | null | undefined): number | null | undefined {
  if (a === null || b === null) return null;
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a >= b ? a : b;
}
