/** A CEF record taken apart: header fields unescaped, extension values unescaped, in order. */
export interface CefRecord {
  readonly vendor: string;
  readonly product: string;
  readonly deviceVersion: string;
  readonly signatureId: string;
  readonly name: string;
  readonly severity: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Keys that came twice with different values. A writer that does not escape lets an attacker add fields, so neither value can be trusted. */
  readonly ambiguous: ReadonlySet<string>;
}

/** Where `CEF:` with a version starts, in a bare line or behind a syslog header; -1 when the line is no CEF. */
export function cefStart(line: string, mark: 'CEF:' | 'LEEF:'): number {
  // The first mark counts: a later one stands inside a value.
  const start = line.indexOf(mark);
  if (start < 0 || start > syslogHeaderMax || (start > 0 && !separates(line.charCodeAt(start - 1))))
    return -1;
  let i = start + mark.length;
  const digits = i;
  while (isDigit(line.charCodeAt(i)) || (i > digits && line.charCodeAt(i) === 46)) i++;
  return i > digits && line.charCodeAt(i) === 124 ? start : -1;
}

/** RFC 5424 headers with structured data are at most a few hundred characters. */
const syslogHeaderMax = 2048;

/** Null when the seven header fields are not there. Linear: each character is looked at a fixed number of times. */
export function scanCef(line: string, start: number): CefRecord | null {
  const header: string[] = [];
  let i = start;
  while (header.length < 7) {
    const end = endOfHeaderField(line, i);
    // Some writers leave out the last pipe when there is no extension.
    if (end < 0 && header.length < 6) return null;
    header.push(unescapeHeader(line.slice(i, end < 0 ? line.length : end)));
    i = end < 0 ? line.length : end + 1;
  }
  const [, vendor = '', product = '', deviceVersion = '', signatureId = '', name = '', severity = ''] =
    header;
  return { vendor, product, deviceVersion, signatureId, name, severity, ...scanExtension(line.slice(i)) };
}

/**
 * `key=value key=value`, values with blanks and without quotes. A key is a word of key characters before an unescaped `=`, at the start or
 * behind white space; any other `=` (in a URL, JSON, `a=b`) belongs to the value, though it should have been escaped.
 */
export function scanExtension(text: string): Pick<CefRecord, 'fields' | 'ambiguous'> {
  const fields = new Map<string, string>();
  const ambiguous = new Set<string>();
  let key: string | null = null;
  let valueStart = 0;
  const put = (valueEnd: number): void => {
    if (key === null) return;
    const value = unescapeValue(text.slice(valueStart, valueEnd).trim());
    const before = fields.get(key);
    if (before === undefined) fields.set(key, value);
    else if (before !== value) ambiguous.add(key);
  };
  for (let i = text.indexOf('='); i >= 0; i = text.indexOf('=', i + 1)) {
    let wordStart = i;
    // Never back over a value's start: each character is walked over once.
    while (wordStart > valueStart && isKeyCharacter(text.charCodeAt(wordStart - 1))) wordStart--;
    const opens = wordStart === 0 || (wordStart > valueStart && isBlank(text.charCodeAt(wordStart - 1)));
    if (wordStart === i || !opens) continue;
    put(wordStart);
    key = text.slice(wordStart, i);
    valueStart = i + 1;
  }
  put(text.length);
  return { fields, ambiguous };
}

function endOfHeaderField(line: string, start: number): number {
  for (let i = start; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 124) return i;
  }
  return -1;
}

function unescapeHeader(text: string): string {
  return unescape(text, (next) => (next === '|' || next === '\\' ? next : null)).trim();
}

/** A backslash before anything but `=`, `\`, `n`, `r`, `/` is itself: `DOMAIN\user`, Windows paths. */
function unescapeValue(text: string): string {
  return unescape(text, (next) =>
    next === 'n'
      ? '\n'
      : next === 'r'
        ? '\r'
        : next === '=' || next === '\\' || next === '/' || next === '|'
          ? next
          : null,
  );
}

function unescape(text: string, meaning: (next: string) => string | null): string {
  let slash = text.indexOf('\\');
  if (slash < 0) return text;
  let out = '';
  let from = 0;
  while (slash >= 0) {
    const plain = meaning(text.charAt(slash + 1));
    if (plain === null) {
      out += text.slice(from, slash + 1);
      from = slash + 1;
    } else {
      out += text.slice(from, slash) + plain;
      from = slash + 2;
    }
    slash = text.indexOf('\\', from);
  }
  return out + text.slice(from);
}

/** Letters, digits, `_ . - [ ]`: vendors use `ad.X-Request-Id` and `list[0]`. A backslash is none, so `\=` never ends a key. */
function isKeyCharacter(c: number): boolean {
  return (
    (c >= 97 && c <= 122) ||
    (c >= 65 && c <= 90) ||
    isDigit(c) ||
    c === 95 ||
    c === 46 ||
    c === 45 ||
    c === 91 ||
    c === 93
  );
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isBlank(c: number): boolean {
  return c === 32 || c === 9;
}

function separates(c: number): boolean {
  return isBlank(c) || c === 58 || c === 62 || c === 0xfeff;
}
