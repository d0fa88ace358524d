import { createCrashReader, type CrashReader } from '@faultline/crash';
import {
  excerptOf,
  type Crash,
  type InputKind,
  type RawRecord,
  type Rejected,
  type Sha256,
} from '@faultline/model';
import type { EndedRecord } from '../normalised.js';
import { refOf } from '../record-ref.js';
import { isFailure } from '../source-normaliser.js';
import { crashEvent, spanningRecord } from './crash-event.js';
import type { HeldRecord } from './held-record.js';
import { mayBeginDump } from './may-begin-dump.js';

/** A message may stand so many lines before the goroutine that it belongs to. */
const lingerLines = 8;
/** Whether a dump was quoted shows in the lines behind it. */
const behindLines = 3;
/** What a stretch may hold before it is ended all the same: ten thousand goroutines are about as much. */
const linesMax = 250_000;
const charsMax = 32 << 20;
/** Crashes of one stretch that start and end with the same records get a number behind the id, as events of one record do. */
type Numbered = Map<string, number>;

/** The lines of one source from where a dump may begin to where none goes on. */
export class DumpStretch {
  readonly #sha256: Sha256;
  readonly #lastAtUs: number | null;
  readonly #reader: CrashReader;
  readonly #held: HeldRecord[] = [];
  #line = 0;
  #chars = 0;
  #lingerUntil = 0;

  constructor(sha256: Sha256, lastAtUs: number | null) {
    this.#sha256 = sha256;
    this.#lastAtUs = lastAtUs;
    this.#reader = createCrashReader({ sha256, limits: { dumpsMax: 1_000, framesMax: 200_000 } });
  }

  /** Takes a record in. `rejected`: what it is unless it belongs to a dump; null where that was told already. */
  push(record: RawRecord, atUs: number | null, rejected: Rejected | null): void {
    const firstLine = this.#line + 1;
    const { text } = record;
    if (text.includes('\n')) for (const part of text.split('\n')) this.#reader.push(part, ++this.#line);
    else this.#reader.push(text, ++this.#line);
    this.#chars += text.length;
    if (mayBeginDump(text)) this.#lingerUntil = this.#line + lingerLines;
    this.#held.push({ record, firstLine, lastLine: this.#line, atUs, rejected });
  }

  /** Whether the next record may belong to it. */
  get goesOn(): boolean {
    if (this.#held.length >= linesMax || this.#chars >= charsMax) return false;
    if (this.#reader.isOpen()) this.#lingerUntil = Math.max(this.#lingerUntil, this.#line + behindLines);
    return this.#line < this.#lingerUntil;
  }

  /** What its records became: each crash one, and each that belongs to none what it would have been. Called once. */
  end(): readonly EndedRecord[] {
    const { crashes } = this.#reader.end();
    const taken = new Set<HeldRecord>();
    const seen: Numbered = new Map();
    const ended = crashes.flatMap((crash) => {
      const lines = this.#linesOf(crash);
      for (const line of lines) taken.add(line);
      return this.#crashed(crash, lines, seen);
    });
    for (const held of this.#held)
      if (held.rejected !== null && !taken.has(held))
        ended.push({ record: held.record, result: { rejected: held.rejected } });
    return ended;
  }

  #linesOf({ lines }: Crash): readonly HeldRecord[] {
    const own = this.#held.filter((held) => held.lastLine >= lines.first && held.firstLine <= lines.last);
    const next = this.#held.find(({ firstLine }) => firstLine > lines.last);
    // What `go run` and shells say of the death stands right behind it.
    return next !== undefined && exitRow.test(next.record.text.slice(-exitChars)) ? [...own, next] : own;
  }

  #crashed(crash: Crash, lines: readonly HeldRecord[], seen: Numbered): EndedRecord[] {
    const spanning = spanningRecord(lines, this.#sha256);
    if (spanning === null) return [];
    const same = (seen.get(spanning.id) ?? 0) + 1;
    seen.set(spanning.id, same);
    const record = same === 1 ? spanning : { ...spanning, id: `${spanning.id}-${same}` };
    const before = this.#held.slice(0, this.#held.indexOf(lines[0] ?? this.#held[0]!));
    const lastAtUs = before.findLast(({ atUs }) => atUs !== null)?.atUs ?? this.#lastAtUs;
    const events = crashEvent(crash, lines, record, lastAtUs);
    if (!isFailure(events)) return [{ record, result: { kind, normaliser: 'go-crash', events } }];
    const { code, reason } = events;
    return [
      { record, result: { rejected: { code, reason, at: refOf(record), excerpt: excerptOf(record.text) } } },
    ];
  }
}

const kind: InputKind = 'crash';
const exitRow = /\bexit status \d{1,3}\W*$/;
const exitChars = 64;
