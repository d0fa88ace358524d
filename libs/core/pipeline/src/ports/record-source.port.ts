import type { RecordRef } from '@faultline/model';

/** The raw records where they first lay, for the few that become evidence. */
export interface RecordSource {
  /** True when the reference leads into this source. */
  holds(ref: RecordRef): boolean;
  /** The bytes of those that are still there, in the order asked for; null where retention has taken the record. Cost: one fetch per stretch of neighbours. */
  read(refs: readonly RecordRef[]): Promise<readonly (Uint8Array | null)[]>;
}
