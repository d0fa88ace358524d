/** A masked raw record, for `rawOf`. */
export interface RawRecord {
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

/** Gives the raw record behind an event, or null where it was not kept. Reports mask what it gives once more. */
export type RawOf = (eventId: string) => RawRecord | null;

export interface ReportOptions {
  /** Fixed offset of shown times from UTC, in minutes; 480 is UTC+08:00. */
  readonly offsetMinutes?: number;
  /** The name of the file as its reader will have it, for the line that tells how to verify it. */
  readonly fileName?: string;
}
