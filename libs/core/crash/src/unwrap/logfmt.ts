import { unescapeQuoted } from './escapes.js';
import type { Unwrapped } from './unwrapped.js';

const fields = [' msg="', ' message="', ' log="', ' text="', ' line="', ' body="'];

/** `time=… level=error msg="fatal error: …"`: the quoted value of the field that carries the line. */
export function unwrapLogfmt(line: string): Unwrapped | null {
  for (const field of fields) {
    const found = line.startsWith(field.slice(1)) ? -1 : line.indexOf(field);
    if (found < 0 && !line.startsWith(field.slice(1))) continue;
    const from = found + field.length;
    const close = closingQuote(line, from);
    return { text: unescapeQuoted(line.slice(from, close)), source: '', partial: 'no' };
  }
  return null;
}

function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92) at++;
  }
  return line.length;
}
