import type { Basis, NamedEntity } from '@faultline/model';

/**
 * The causal graph as typed arrays. Links are sorted by (atUs, declared seq, content), and a link's index in these arrays is its place in
 * the total order (`seq` in every answer): a walk along increasing indices is exactly a time-respecting path.
 */
export interface CausalGraph {
  readonly entityCount: number;
  readonly linkCount: number;
  /** Entity `i`. Entities are sorted by (kind, key), so numbers do not depend on the order of input. */
  entity(index: number): NamedEntity;
  /** `kind:` + 24 hex digits of SHA-256 over kind and key. Computed on demand, cached. */
  entityId(index: number): string;
  /** Index of an entity, or -1. */
  indexOf(kind: string, key: string): number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly atUs: Float64Array;
  /** `link:` + 24 hex digits over the link's content. Computed on demand, cached. */
  linkId(index: number): string;
  linkKind(index: number): string;
  linkRule(index: number): string;
  linkBasis(index: number): Basis;
  linkEvents(index: number): readonly string[];
  linkBytes(index: number): number | null;
  /** `sha256:` + hex over all entities and links in order: equal for equal sets of links, whatever the order of input. */
  readonly hash: string;
}
