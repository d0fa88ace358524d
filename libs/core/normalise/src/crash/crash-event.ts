import { maskSecrets, type Crash, type Event, type RawRecord, type Sha256 } from '@faultline/model';
import { guarded } from '../fields/token-free.js';
import { noTime } from '../fields/failures.js';
import type { NormaliseFailure } from '../source-normaliser.js';
import { refOf } from '../record-ref.js';
import { boundedCrash } from './bounded-crash.js';
import { crashPlaceOf } from './crash-place.js';
import type { HeldRecord } from './held-record.js';

/** Text of a dump that is kept as its raw record. The runtime prints what crashed first. */
const rawCharsMax = 256 * 1024;
/** A panic's value may be anything; what is masked is cut again afterwards. */
const messageCharsMax = 8_192;
const exitRow = /exit(?:ed)?(?: with)? (?:status|code)[ =:]{1,2}(\d{1,3})\b|status=(\d{1,3})\//;

/** The lines of a crash as one record: from the first to the last, known by the hash over their ids. Equal dumps are one record. */
export function spanningRecord(lines: readonly HeldRecord[], sha256: Sha256): RawRecord | null {
  const first = lines[0]?.record;
  const last = lines.at(-1)?.record;
  if (first === undefined || last === undefined) return null;
  return {
    path: first.path,
    line: first.line,
    offset: first.offset,
    length: Math.max(first.length, last.offset + last.length - first.offset),
    id: sha256(lines.map(({ record }) => record.id).join('')).slice(0, 32),
    text: joinedText(lines),
  };
}

/** `lastAtUs`: a time known of the source before these lines. */
export function crashEvent(
  crash: Crash,
  lines: readonly HeldRecord[],
  record: RawRecord,
  lastAtUs: number | null,
): readonly Event[] | NormaliseFailure {
  const atUs = lines[0]?.atUs ?? lastAtUs;
  if (atUs === null)
    return noTime(
      'A Go crash',
      'neither its lines nor those before say one; `faultline crash FILE` needs none',
    );
  const bounded = boundedCrash({
    ...crash,
    message: crash.message === null ? null : maskSecrets(crash.message.slice(0, messageCharsMax)),
    lines: { first: record.line, last: lines.at(-1)?.record.line ?? record.line },
  });
  const first = lines[0]?.record ?? record;
  return guarded([
    {
      id: record.id,
      atUs,
      observedAtUs: null,
      clock: null,
      dataset: 'go.crash',
      record: refOf(record),
      kind: 'crash',
      ...crashPlaceOf(first),
      exitCode: exitCodeIn(record.text),
      ...bounded,
    },
  ]);
}

function exitCodeIn(text: string): number | null {
  const found = exitRow.exec(text.slice(-4_096));
  const code = found?.[1] ?? found?.[2];
  return code === undefined ? null : Number(code);
}

function joinedText(lines: readonly HeldRecord[]): string {
  const parts: string[] = [];
  let chars = 0;
  for (const { record } of lines) {
    if (chars + record.text.length > rawCharsMax && parts.length > 0) break;
    parts.push(record.text.slice(0, rawCharsMax));
    chars += record.text.length + 1;
  }
  return parts.join('\n');
}
