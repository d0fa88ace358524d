import { parse as parseLossless } from 'lossless-json';
import type { JsonScan, JsonValue } from '@faultline/model';
import type { NormaliseFailure } from '../source-normaliser.js';
import { exactNumber } from './exact-number.js';
import { scanJson } from './scan-json.js';

/** Longest record that is looked at; larger ones are no log lines, and a bound keeps a hostile sender from filling memory. */
export const recordBytesMax = 16 * 1024 * 1024;
/** Deepest nesting; the deepest real record known (CloudTrail) has 11. */
export const nestingDepthMax = 64;

export type ParsedRecord = { readonly value: JsonValue } | NormaliseFailure;

/**
 * JSON text to value, with the checks that `JSON.parse` leaves out: nesting depth, duplicate keys (two readers of one record would see two
 * stories), and numbers beyond a double, which become their decimal text. `__proto__` is an ordinary key. `scanned`: what another pass over
 * the same record has found already.
 */
export function parseRecord(text: string, scanned?: JsonScan): ParsedRecord {
  if (text.length > recordBytesMax) {
    return {
      code: 'FL_RECORD_TOO_LONG',
      reason: `The record is longer than ${recordBytesMax} bytes; split it.`,
    };
  }
  const scan = scanned ?? scanJson(text, nestingDepthMax);
  if (scan.depth > nestingDepthMax) {
    return { code: 'FL_RECORD_TOO_DEEP', reason: `The record nests deeper than ${nestingDepthMax} levels.` };
  }
  let value: JsonValue;
  try {
    // The rim: JSON.parse gives `any`, and any JSON is a JsonValue.
    value = JSON.parse(text) as JsonValue;
  } catch {
    // The engine's message quotes the text, which may hold a token: it is not passed on.
    return {
      code: 'FL_RECORD_SYNTAX',
      reason: 'The record is not valid JSON (RFC 8259; NaN and Infinity are no JSON).',
    };
  }
  const keys = scan.depth === 1 ? ownKeys(value) : countKeys(value);
  if (keys !== scan.keys) {
    return {
      code: 'FL_RECORD_DUPLICATE_KEY',
      reason: 'An object of the record has the same key twice, so its meaning depends on the reader.',
    };
  }
  return { value: scan.wideNumber ? exactNumbers(text, value) : value };
}

function exactNumbers(text: string, value: JsonValue): JsonValue {
  try {
    return parseLossless(text, null, exactNumber) as JsonValue;
  } catch {
    // Differs from JSON.parse only in corners of Unicode escapes; the doubles are then the best there is.
    return value;
  }
}

function ownKeys(value: JsonValue): number {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).length : 0;
}

function countKeys(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) count += countKeys(item);
    return count;
  }
  for (const item of Object.values(value)) {
    count += 1;
    if (typeof item === 'object' && item !== null) count += countKeys(item);
  }
  return count;
}
