import type { Unwrapped } from './unwrapped.js';

/** Names of services, containers and pods are shorter. */
const nameCharsMax = 160;

/** `api-1  | text` of Docker Compose, `api.1.x7f@node    | text` of Swarm, `web.1 | text` of process managers. */
export function unwrapServicePrefix(line: string): Unwrapped | null {
  const nameEnd = wordEnd(line, 0);
  if (nameEnd === 0 || nameEnd > nameCharsMax) return null;
  let at = nameEnd;
  while (line.charCodeAt(at) === 32) at++;
  if (at === nameEnd || at > nameEnd + nameCharsMax) return null;
  const bar = line.charCodeAt(at);
  if (bar !== 124 && bar !== 0x2502) return null;
  const text = line.charCodeAt(at + 1) === 32 ? line.slice(at + 2) : line.slice(at + 1);
  return { text, source: line.slice(0, nameEnd), partial: 'no' };
}

/** Letters, digits, `-`, `_`, `.`, `@`, `/`. */
function wordEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && isNameCode(line.charCodeAt(at))) at++;
  return at;
}

function isNameCode(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 64) return code <= 90 || code === 95;
  return (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 47;
}
