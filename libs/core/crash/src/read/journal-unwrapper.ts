import {
  addJournalLine,
  type JournalRecord,
  journalSource,
  startJournalRecord,
  startsJournalRecord,
} from '../unwrap/journal-export.js';

interface JournalText {
  readonly text: string;
  readonly source: string;
  readonly line: number;
}

/** Collects the lines of records of `journalctl -o export`: who wrote a line stands behind it, so the record is read as a whole. */
export class JournalUnwrapper {
  #record: JournalRecord | null;

  constructor(record: JournalRecord | null) {
    this.#record = record;
  }

  /** `open` while a record goes on, its text at its end, null for a line that belongs to no record. */
  take(line: string, number: number): JournalText | 'open' | null {
    if (this.#record === null) {
      if (!startsJournalRecord(line)) return null;
      this.#record = startJournalRecord();
    }
    if (addJournalLine(this.#record, line, number)) return 'open';
    const record = this.end();
    // A line that is no field ends the record; an empty one is expected there.
    return record ?? (line === '' ? 'open' : null);
  }

  end(): JournalText | null {
    const record = this.#record;
    this.#record = null;
    if (record === null || record.message === null) return null;
    return { text: record.message, source: journalSource(record), line: record.messageLine };
  }

  isOpen(): boolean {
    return this.#record !== null;
  }

  state(): JournalRecord | null {
    return this.#record === null ? null : { ...this.#record, source: [...this.#record.source] };
  }
}
