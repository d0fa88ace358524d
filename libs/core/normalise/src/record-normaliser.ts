import {
  excerptOf,
  isJsonObject,
  type Event,
  type InputKind,
  type JsonObject,
  type JsonScan,
  type JsonValue,
  type RawRecord,
  type Sha256,
} from '@faultline/model';
import { DumpWatch } from './crash/dump-watch.js';
import { parseRecord } from './json/parse-record.js';
import type { EndedRecord, Normalised } from './normalised.js';
import { refOf } from './record-ref.js';
import { sourceNormalisers, textNormaliserFactories } from './registry.js';
import {
  isFailure,
  type NormaliseFailure,
  type SourceNormaliser,
  type TextNormaliser,
} from './source-normaliser.js';
import { timedJson } from './timed-json.js';

export interface Normaliser {
  /** `scanned`: what a pass over the record's bytes has found already. */
  normalise(record: RawRecord, scanned?: JsonScan): Normalised;
  /** No record follows: what the last ones became, which may be a crash. Without `sha256` there is never any. */
  end(): readonly EndedRecord[];
}

export interface NormaliserOptions {
  /** `--source KIND`: only sources of this kind are asked. */
  readonly forcedKind?: InputKind | undefined;
  /** Names the crashes of Go programs, whose dumps are many lines; absent: no line is looked at for one. */
  readonly sha256?: Sha256 | undefined;
}

/**
 * Finds out what each record is by its content and turns it into events. One value per source file: it tries the source that matched last
 * first, and text sources remember their header. Total: every record gives events or one `Rejected`.
 */
export function createNormaliser(options: NormaliserOptions = {}): Normaliser {
  const { forcedKind, sha256 } = options;
  const asksForCrashes = forcedKind === undefined || forcedKind === 'crash';
  const watch = sha256 !== undefined && asksForCrashes ? new DumpWatch(sha256) : null;
  const wanted = (source: { kind: InputKind }): boolean =>
    forcedKind === undefined || source.kind === forcedKind;
  const sources = sourceNormalisers.filter(wanted);
  // Timed JSON recognises anything, so it is asked last and is never the sticky one.
  const fallback = wanted(timedJson) ? timedJson : null;
  const texts = textNormaliserFactories.map((create) => create()).filter(wanted);
  let lastSource: SourceNormaliser | null = null;
  let lastText: TextNormaliser | null = null;

  function sourceOf(document: JsonObject): SourceNormaliser | null {
    if (lastSource !== null && lastSource.recognises(document)) return lastSource;
    for (const source of sources) {
      if (source !== lastSource && source.recognises(document)) {
        lastSource = source;
        return source;
      }
    }
    return fallback;
  }

  function normaliseValue(value: JsonValue, record: RawRecord): Normalised {
    if (isJsonObject(value)) {
      const source = sourceOf(value);
      return source === null
        ? rejected(unrecognised, record)
        : outcome(source, source.normalise(value, record), record);
    }
    return Array.isArray(value)
      ? normaliseArray(value as readonly JsonValue[], record)
      : rejected(unrecognised, record);
  }

  /** A record that is an array of documents, as some senders batch: all of it or nothing, since a record has one fate. */
  function normaliseArray(values: readonly JsonValue[], record: RawRecord): Normalised {
    const events: Event[] = [];
    let first: Normalised | null = null;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (!isJsonObject(value)) return rejected(unrecognised, record);
      const result = normaliseValue(value, { ...record, id: `${record.id}-${i + 1}` });
      if (result.rejected !== undefined) return result;
      first ??= result;
      for (const event of result.events) events.push(event);
    }
    return first?.rejected === undefined && first !== null
      ? { ...first, events }
      : rejected(unrecognised, record);
  }

  function normaliseText(record: RawRecord): Normalised {
    if (lastText === null || !lastText.recognisesLine(record.text)) {
      lastText = texts.find((text) => text.recognisesLine(record.text)) ?? null;
    }
    return lastText === null
      ? rejected(unrecognised, record)
      : outcome(lastText, lastText.normaliseLine(record.text, record), record);
  }

  function normaliseAlone(record: RawRecord, scanned: JsonScan | undefined): Normalised {
    const first = firstCharacter(record.text);
    if (first === openBrace || first === openBracket) {
      const parsed = parseRecord(record.text, scanned);
      if ('value' in parsed) return normaliseValue(parsed.value, record);
      // `[` may also begin a line of plain text.
      return first === openBracket && lastText !== null ? normaliseText(record) : rejected(parsed, record);
    }
    return normaliseText(record);
  }

  return {
    normalise(given, scanned) {
      // A sender's byte order mark is no part of JSON; readers of files have taken it off already.
      const record = given.text.charCodeAt(0) === 0xfeff ? { ...given, text: given.text.slice(1) } : given;
      const result = normaliseAlone(record, scanned);
      return watch === null ? result : watch.see(record, result);
    },
    end: () => watch?.end() ?? [],
  };
}

const openBrace = 123;
const openBracket = 91;
const unrecognised: NormaliseFailure = {
  code: 'FL_RECORD_UNRECOGNISED',
  reason: 'No known source writes records of this form; see docs/formats.md for what is read.',
};

function outcome(
  source: { kind: InputKind; name: string },
  result: readonly Event[] | NormaliseFailure,
  record: RawRecord,
): Normalised {
  return isFailure(result)
    ? rejected(result, record)
    : { kind: source.kind, normaliser: source.name, events: result };
}

function rejected(failure: NormaliseFailure, record: RawRecord): Normalised {
  return {
    rejected: {
      code: failure.code,
      at: refOf(record),
      reason: failure.reason,
      excerpt: excerptOf(record.text),
    },
  };
}

function firstCharacter(text: string): number {
  let i = 0;
  let c = text.charCodeAt(0);
  while (c === 32 || c === 9 || c === 13 || c === 10) c = text.charCodeAt(++i);
  return c;
}
