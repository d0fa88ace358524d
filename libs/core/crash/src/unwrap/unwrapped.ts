/** What a line of a log is without its wrapping. */
export interface Unwrapped {
  /** May hold line breaks where a record carries several lines of the program. */
  readonly text: string;
  /** Who wrote it, as far as the wrapping says: container, unit, process, standard error. Lines of two sources are never of one dump. */
  readonly source: string;
  /** Whether the line goes on in the next record of this source; `perhaps` where only its missing line break says so. */
  readonly partial: 'no' | 'yes' | 'perhaps';
}

/** Recognises one wrapping by content, exactly and cheaply; null for every other line. */
export type Unwrap = (line: string) => Unwrapped | null;
