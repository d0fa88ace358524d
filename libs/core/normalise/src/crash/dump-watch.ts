import type { RawRecord, Sha256 } from '@faultline/model';
import type { EndedRecord, Normalised } from '../normalised.js';
import { DumpStretch } from './dump-stretch.js';
import { lineTimeUs } from './line-time.js';
import { carriesLines, mayBeginDump } from './may-begin-dump.js';

/** Lines before the one by which a dump is noticed that may be its first ones, or say when it was. */
const recentMax = 64;

/** Looks over the shoulder of a normaliser for Go dumps, whose lines are records of their own. Costs a search of each line that no source knows. */
export class DumpWatch {
  readonly #sha256: Sha256;
  readonly #recent: RawRecord[] = [];
  #stretch: DumpStretch | null = null;
  #lastAtUs: number | null = null;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** What became of a record, with the crashes that are over now. Within a dump a record that would be rejected is structure for the time being. */
  see(record: RawRecord, result: Normalised): Normalised {
    if (this.#stretch === null) {
      if (!this.#mayBegin(record, result)) return result;
      this.#begin();
    }
    return this.#take(record, result);
  }

  /** No record follows: what is still open. */
  end(): readonly EndedRecord[] {
    const ended = this.#stretch?.end() ?? [];
    this.#stretch = null;
    this.#recent.length = 0;
    return ended;
  }

  #mayBegin(record: RawRecord, result: Normalised): boolean {
    if (result.rejected === undefined) {
      const event = result.events[0];
      if (event !== undefined) this.#lastAtUs = event.atUs;
      return carriesLines(result.normaliser) && mayBeginDump(record.text);
    }
    if (mayBeginDump(record.text)) return true;
    this.#remember(record);
    return false;
  }

  /** A rejected record is normalised a second time where the first look was at a part of it. */
  #remember(record: RawRecord): void {
    const last = this.#recent.at(-1);
    if (last?.offset === record.offset && last.line === record.line) this.#recent.pop();
    if (this.#recent.length >= recentMax * 2) this.#recent.splice(0, recentMax);
    this.#recent.push(record);
  }

  #begin(): void {
    const recent = this.#recent.splice(0).slice(-recentMax);
    for (const { text } of recent) this.#lastAtUs = lineTimeUs(text, this.#lastAtUs) ?? this.#lastAtUs;
    this.#stretch = new DumpStretch(this.#sha256, this.#lastAtUs);
    for (const record of recent) this.#stretch.push(record, lineTimeUs(record.text, this.#lastAtUs), null);
  }

  #take(record: RawRecord, result: Normalised): Normalised {
    const rejected = result.rejected ?? null;
    const atUs =
      result.rejected === undefined
        ? (result.events[0]?.atUs ?? null)
        : lineTimeUs(record.text, this.#lastAtUs);
    this.#lastAtUs = atUs ?? this.#lastAtUs;
    this.#stretch?.push(record, atUs, rejected);
    const ended = this.#stretch?.goesOn === true ? [] : this.end();
    const own: Normalised = rejected === null ? result : structure;
    return ended.length === 0 ? own : { ...own, ended };
  }
}

const structure: Normalised = { kind: 'crash', normaliser: 'go-crash', events: [] };
