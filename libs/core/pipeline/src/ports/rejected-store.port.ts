import type { Rejected } from '@faultline/model';

/** A rejected record with what is needed to try it again. */
export interface RejectedRecord {
  /** Deterministic: over the bytes (or the position, when nothing could be read) and the code. The same rejected record twice is one. */
  readonly id: string;
  readonly rejected: Rejected;
  /** The record's bytes; null where only a position is known (a cut gzip, a blown bound). Such a one cannot be replayed. */
  readonly raw: Uint8Array | null;
  readonly receivedAtUs: number;
}

export interface RejectedPage {
  readonly records: readonly RejectedRecord[];
  /** Pass it as `after` to go on; null at the end. */
  readonly next: string | null;
}

/** Records that could not become events. Kept until a replay succeeds; never dropped by themselves. */
export interface RejectedStore {
  /** Returns how many were new. */
  add(records: readonly RejectedRecord[]): Promise<number>;
  /** In the order of arrival. */
  list(options: { readonly after: string | null; readonly limit: number }): Promise<RejectedPage>;
  get(id: string): Promise<RejectedRecord | null>;
  /** A replay turned these into events: they leave the list. Unknown ids are ignored. Returns how many left. */
  remove(ids: readonly string[]): Promise<number>;
  count(): Promise<number>;
}
