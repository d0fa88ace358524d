import type { Basis, NamedEntity, Sha256 } from '@faultline/model';
import type { CausalGraph } from './causal-graph.js';
import type { GraphColumns } from './graph-columns.js';
import { graphHash } from './graph-hash.js';
import { entityIdOf, linkIdOf } from './identifiers.js';
import { basesByStrength } from './link-columns.js';

/** The causal graph over typed arrays. Identifiers and the hash are computed when first asked for. */
export class ArrayCausalGraph implements CausalGraph {
  readonly entityCount: number;
  readonly linkCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly atUs: Float64Array;
  readonly #entityIds: (string | undefined)[];
  readonly #linkIds = new Map<number, string>();
  #indices: Map<string, Map<string, number>> | null = null;
  #hash: string | null = null;

  constructor(
    private readonly entities: readonly NamedEntity[],
    private readonly words: readonly string[],
    private readonly columns: GraphColumns,
    private readonly sha256: Sha256,
  ) {
    this.entityCount = entities.length;
    this.linkCount = columns.from.length;
    this.from = columns.from;
    this.to = columns.to;
    this.atUs = columns.atUs;
    this.#entityIds = new Array<string | undefined>(entities.length);
  }

  get hash(): string {
    return (this.#hash ??= graphHash(this.entities, this.words, this.columns, this.sha256));
  }

  entity(index: number): NamedEntity {
    return inRange(this.entities[index], 'entity', index);
  }

  entityId(index: number): string {
    return (this.#entityIds[index] ??= entityIdOf(this.entity(index), this.sha256));
  }

  indexOf(kind: string, key: string): number {
    this.#indices ??= indexEntities(this.entities);
    return this.#indices.get(kind)?.get(key) ?? -1;
  }

  linkId(index: number): string {
    const known = this.#linkIds.get(index);
    if (known !== undefined) return known;
    const id = linkIdOf(
      {
        from: this.entity(inRange(this.from[index], 'link', index)),
        to: this.entity(this.to[index]!),
        atUs: this.atUs[index]!,
        seq: Number.isFinite(this.columns.declared[index]!) ? this.columns.declared[index]! : null,
        kind: this.linkKind(index),
        rule: this.linkRule(index),
      },
      this.sha256,
    );
    this.#linkIds.set(index, id);
    return id;
  }

  linkKind(index: number): string {
    return this.words[inRange(this.columns.kind[index], 'link', index)]!;
  }

  linkRule(index: number): string {
    return this.words[inRange(this.columns.rule[index], 'link', index)]!;
  }

  linkBasis(index: number): Basis {
    return basesByStrength[inRange(this.columns.basis[index], 'link', index)]!;
  }

  linkEvents(index: number): readonly string[] {
    return inRange(this.columns.events[index], 'link', index);
  }

  linkBytes(index: number): number | null {
    const bytes = inRange(this.columns.bytes[index], 'link', index);
    return bytes < 0 ? null : bytes;
  }
}

function inRange<T>(value: T | undefined, what: string, index: number): T {
  if (value === undefined) throw new RangeError(`no ${what} ${index} in the graph`);
  return value;
}

function indexEntities(entities: readonly NamedEntity[]): Map<string, Map<string, number>> {
  const indices = new Map<string, Map<string, number>>();
  entities.forEach((entity, index) => {
    let byKey = indices.get(entity.kind);
    if (byKey === undefined) {
      byKey = new Map<string, number>();
      indices.set(entity.kind, byKey);
    }
    byKey.set(entity.key, index);
  });
  return indices;
}
