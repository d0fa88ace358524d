import type { JsonScan } from '@faultline/model';

const quote = 34;
const backslash = 92;
const colon = 58;

/** A scan of a record's bytes, and the contents of one long text in it that nobody reads: bytes `cutStart` to `cutEnd`, none when equal. */
export interface JsonMarks extends JsonScan {
  cutStart: number;
  cutEnd: number;
}

/** Shorter texts cost more to cut out than to keep. */
const cutMin = 64;
const nestingMax = 64;

/**
 * What `scanJson` of core finds in a text, found in its bytes, where another thread can do it. Exact for valid JSON, harmless for anything
 * else. `cutName` is a member of the top object whose text is not wanted; it is marked only when every byte of it is valid, so that the
 * record without it parses if and only if the record does.
 */
export function markJson(bytes: Uint8Array, start: number, end: number, cutName: string): JsonMarks {
  const marks: JsonMarks = { keys: 0, depth: 0, wideNumber: false, cutStart: 0, cutEnd: 0 };
  let depth = 0;
  let i = start;
  while (i < end) {
    const c = bytes[i]!;
    if (c === quote) {
      const nameStart = i + 1;
      const nameEnd = endOfString(bytes, nameStart, end);
      i = afterBlanks(bytes, nameEnd + 1, end);
      if (i < end && bytes[i] === colon) {
        marks.keys++;
        i = afterBlanks(bytes, i + 1, end);
        if (depth === 1 && bytes[i] === quote && isName(bytes, nameStart, nameEnd, cutName)) {
          const valueEnd = endOfValidString(bytes, i + 1, end);
          if (valueEnd - i > cutMin) {
            marks.cutStart = i + 1;
            marks.cutEnd = valueEnd;
            i = valueEnd + 1;
          }
        }
      }
    } else if (c === 123 || c === 91) {
      depth++;
      i++;
      if (depth > marks.depth) {
        marks.depth = depth;
        if (depth > nestingMax) return marks;
      }
    } else if (c === 125 || c === 93) {
      depth--;
      i++;
    } else if (c >= 48 && c <= 57) {
      const first = i;
      let d = c;
      while ((d >= 48 && d <= 57) || d === 46) d = ++i < end ? bytes[i]! : 0;
      if (i - first > 15 || d === 101 || d === 69) marks.wideNumber = true;
    } else {
      i++;
    }
  }
  return marks;
}

function afterBlanks(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && (bytes[i] === 32 || bytes[i] === 9 || bytes[i] === 10 || bytes[i] === 13)) i++;
  return i;
}

/** Index of the quote that closes the string whose text begins at `start`; `end` or more when nothing closes it. */
function endOfString(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  const limit = Math.min(end, start + shortString);
  while (i < limit) {
    const c = bytes[i]!;
    if (c === quote) return i;
    i += c === backslash ? 2 : 1;
  }
  const floor = i;
  while (i < end) {
    i = bytes.indexOf(quote, i);
    if (i < 0 || i >= end) return end;
    let back = i - 1;
    while (back >= floor && bytes[back] === backslash) back--;
    if ((i - back) % 2 === 1) return i;
    i++;
  }
  return i;
}

/** Most strings end before a native search would have started. */
const shortString = 40;

/** The same, but -1 for a string with a control character or an escape that RFC 8259 §7 does not know, and for one that nothing closes. */
function endOfValidString(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  for (;;) {
    while (i < end && plain[bytes[i]!] === 1) i++;
    if (i >= end) return -1;
    if (bytes[i] === quote) return i;
    if (bytes[i] !== backslash || i + 1 >= end || escapes[bytes[i + 1]!] !== 1) return -1;
    i += 2;
  }
}

/** Bytes that stand for themselves in a string. */
const plain = new Uint8Array(256).fill(1, 32);
plain[quote] = plain[backslash] = 0;

/** `\u` is left out: a text that needs it is rare, and keeping the text is always right. */
const escapes = new Uint8Array(256);
for (const letter of '"\\/bfnrt') escapes[letter.charCodeAt(0)] = 1;

function isName(bytes: Uint8Array, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}
