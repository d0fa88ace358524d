import type { Event, InputKind, RawRecord, Rejected } from '@faultline/model';

/** What became of one record. No events and not rejected: the record is structure (a CSV header, a blank line, a line of a dump) and counts as nothing. */
export type Normalised = (
  | {
      readonly kind: InputKind;
      readonly normaliser: string;
      readonly events: readonly Event[];
      readonly rejected?: undefined;
    }
  | { readonly rejected: Rejected }
) & {
  /** What earlier records became, now that it is known: a crash, whose lines are records of their own, is one record. */
  readonly ended?: readonly EndedRecord[];
};

/** A record that came out later than its lines. Its text is the lines, cut at 256 KiB. */
export interface EndedRecord {
  readonly record: RawRecord;
  readonly result: Normalised;
}
