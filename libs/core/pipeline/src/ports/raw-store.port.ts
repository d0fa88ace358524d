/** The bytes of one record under its id (the first 32 hex digits of their SHA-256). */
export interface RawBytes {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * The raw bytes behind every event, so that every claim opens to what was really written.
 * Keyed by content: putting the same record again changes nothing.
 */
export interface RawStore {
  /** Returns how many were new. */
  put(records: readonly RawBytes[]): Promise<number>;
  get(id: string): Promise<Uint8Array | null>;
  /** Those of the named records that are there, by id: one question for a whole report. */
  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  count(): Promise<number>;
}
