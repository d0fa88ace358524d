import type { CefRecord } from './scan-cef.js';

/**
 * LEEF 1.0 (`LEEF:1.0|Vendor|Product|Version|EventID|` and tabs) and 2.0 (a delimiter field: one character, or `x`/`0x` and 1-4 hex digits;
 * some writers leave it out). In the shape of CEF with LEEF's keys under CEF's names. Null when the header is not there.
 */
export function scanLeef(line: string, start: number): CefRecord | null {
  const parts = line.slice(start).split('|', 6);
  const [version, vendor, product, deviceVersion, eventId] = parts;
  if (
    version === undefined ||
    vendor === undefined ||
    product === undefined ||
    deviceVersion === undefined ||
    eventId === undefined
  )
    return null;
  let rest = line.slice(start + parts.slice(0, 5).join('|').length + 1);
  let delimiter = '\t';
  if (version.startsWith('LEEF:2')) {
    const pipe = rest.indexOf('|');
    const given = pipe >= 0 && pipe <= 6 ? delimiterOf(rest.slice(0, pipe)) : null;
    if (given !== null) {
      delimiter = given;
      rest = rest.slice(pipe + 1);
    }
  }
  const fields = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const pair of rest.split(delimiter)) {
    const equals = pair.indexOf('=');
    if (equals <= 0) continue;
    const key = pair.slice(0, equals).trim();
    const name = cefNames.get(key) ?? key;
    const value = pair.slice(equals + 1);
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (before !== value) ambiguous.add(name);
  }
  return {
    vendor,
    product,
    deviceVersion,
    signatureId: eventId,
    name: fields.get('cat') ?? eventId,
    severity: fields.get('sev') ?? '',
    fields,
    ambiguous,
  };
}

const cefNames = new Map([
  ['devTime', 'rt'],
  ['usrName', 'duser'],
  ['identHostName', 'dhost'],
  ['srcIP', 'src'],
  ['dstIP', 'dst'],
  ['count', 'cnt'],
  ['message', 'msg'],
]);

/** Null when the field is no delimiter, so that it is the first attribute of a writer that leaves the delimiter out. */
function delimiterOf(field: string): string | null {
  if (field === '') return '\t';
  if (field.length === 1) return field;
  const hex = field.startsWith('0x') ? field.slice(2) : field.startsWith('x') ? field.slice(1) : '';
  if (hex.length === 0 || hex.length > 4) return null;
  for (const digit of hex) if (!'0123456789abcdefABCDEF'.includes(digit)) return null;
  return String.fromCharCode(Number.parseInt(hex, 16));
}
