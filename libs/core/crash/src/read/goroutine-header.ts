import { readLabels } from './goroutine-labels.js';

export interface GoroutineHeader {
  readonly id: number;
  readonly state: string;
  readonly waitMinutes: number | null;
  readonly lockedToThread: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly systemLevel: boolean;
}

const noLabels: Readonly<Record<string, string>> = {};
const marks = [' (durable)', ' (scan)', ' (leaked)'];
/** `gp=0x… m=0 mp=0x… ` with the longest numbers there are. */
const systemCharsMax = 80;

/**
 * `goroutine 7 gp=0xc000007dc0 m=0 mp=0x5579c0 [chan receive (scan), 5 minutes, locked to thread] {k: v}:` in all its forms from Go 1.13 to 1.27.
 * Source: goroutineheader in runtime/traceback.go.
 */
export function parseGoroutineHeader(text: string): GoroutineHeader | null {
  if (!text.startsWith('goroutine ')) return null;
  const idEnd = digitsEnd(text, 10);
  if (idEnd === 10 || idEnd > 30 || text.charCodeAt(idEnd) !== 32) return null;
  const systemLevel = text.startsWith('gp=', idEnd + 1);
  const open = text.indexOf('[', idEnd);
  if (open < 0 || (systemLevel ? open > idEnd + systemCharsMax : open !== idEnd + 1)) return null;
  const end = text.length - 1;
  if (text.charCodeAt(end) !== 58) return null;
  const close = text.indexOf(']', open);
  const inside = text.indexOf(' labels:{', open);
  const id = Number(text.slice(10, idEnd));
  if (inside > 0 && inside < close && text.charCodeAt(end - 1) === 93)
    return header(id, systemLevel, text.slice(open + 1, inside), readLabels(text.slice(inside + 9, end - 2)));
  if (close < 0) return null;
  const body = text.slice(open + 1, close);
  if (close === end - 1) return header(id, systemLevel, body, noLabels);
  if (!text.startsWith('] {', close) || text.charCodeAt(end - 1) !== 125) return null;
  return header(id, systemLevel, body, readLabels(text.slice(close + 3, end - 1)));
}

function header(
  id: number,
  systemLevel: boolean,
  body: string,
  labels: Readonly<Record<string, string>>,
): GoroutineHeader {
  const comma = body.indexOf(', ');
  if (comma < 0)
    return { id, state: plainState(body), waitMinutes: null, lockedToThread: false, labels, systemLevel };
  const rest = body.slice(comma);
  return {
    id,
    state: plainState(body.slice(0, comma)),
    waitMinutes: minutes(rest),
    lockedToThread: rest.includes(', locked to thread'),
    labels,
    systemLevel,
  };
}

function plainState(state: string): string {
  if (!state.endsWith(')')) return state;
  for (const mark of marks) if (state.endsWith(mark)) return plainState(state.slice(0, -mark.length));
  return state;
}

function minutes(rest: string): number | null {
  const end = rest.indexOf(' minutes');
  if (end < 0) return null;
  const start = rest.lastIndexOf(' ', end - 1) + 1;
  return digitsEnd(rest, start) === end ? Number(rest.slice(start, end)) : null;
}

/** Where the run of decimal digits that starts at `from` ends. */
export function digitsEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
  }
  return at;
}
