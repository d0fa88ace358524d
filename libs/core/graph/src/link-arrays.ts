/**
 * The part of a causal graph that sweeps need: links as two columns in their total order. A walk along strictly increasing indices whose
 * ends meet is exactly a time-respecting path, so every question below is one pass over the columns.
 */
export interface LinkArrays {
  readonly entityCount: number;
  readonly linkCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Harm at an entity: a path counts when it ends with a link into `entity` whose index is at most `seq`. */
export interface ImpactPoint {
  readonly entity: number;
  readonly seq: number;
}

/** Latest index that counts per entity, -1 where the entity is no impact. Several impacts of one entity count as the latest of them. */
export function impactSeqs(entityCount: number, impacts: Iterable<ImpactPoint>): Int32Array {
  const seqs = new Int32Array(entityCount).fill(-1);
  for (const impact of impacts) {
    if (impact.seq > (seqs[impact.entity] ?? Infinity)) seqs[impact.entity] = impact.seq;
  }
  return seqs;
}
