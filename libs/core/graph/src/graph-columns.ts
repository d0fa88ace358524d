/** Final columns of sorted, distinct links; numbers refer to the sorted tables of entities and words. */
export interface GraphColumns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly atUs: Float64Array;
  /** Infinity where the source declared no order. */
  readonly declared: Float64Array;
  readonly kind: Int32Array;
  readonly rule: Int32Array;
  /** Index into `basesByStrength`. */
  readonly basis: Uint8Array;
  /** -1 where unknown. */
  readonly bytes: Float64Array;
  readonly events: readonly (readonly string[])[];
}
