import type { RawRecord, Rejected } from '@faultline/model';

/** A record that was read while a dump may go on. */
export interface HeldRecord {
  readonly record: RawRecord;
  /** Its lines in the numbering of the stretch, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** When it was written: of its event, else as its line says. */
  readonly atUs: number | null;
  /** What it is unless a crash holds it; null where that was told already. */
  readonly rejected: Rejected | null;
}
