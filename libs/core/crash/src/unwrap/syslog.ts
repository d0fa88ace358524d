import { unescapeControls } from './escapes.js';
import { timestampEnd } from './timestamp.js';
import type { Unwrapped } from './unwrapped.js';

/**
 * `<13>Nov 26 01:02:03 host app[123]: text` (RFC 3164), the same without a priority as journalctl and log files show it, and with an ISO date. The
 * program and its process number tell sources apart.
 */
export function unwrapSyslog(line: string): Unwrapped | null {
  const from = priorityEnd(line);
  const time = timestampEnd(line, from);
  if (time < 0 || line.charCodeAt(time) !== 32) return null;
  const hostEnd = line.indexOf(' ', time + 1);
  if (hostEnd <= time + 1 || isNoHost(line, time + 1, hostEnd)) return null;
  const tag = tagEnd(line, hostEnd + 1);
  // Without a priority and without a process number, `word: ` behind two words is prose more often than a program.
  if (tag < 0 || (from === 0 && line.charCodeAt(tag - 1) !== 93 && isDigit(line.charCodeAt(0)))) return null;
  const source = line.slice(time + 1, tag);
  const text = line.slice(line.charCodeAt(tag + 1) === 32 ? tag + 2 : tag + 1);
  return { text: unescapeControls(text), source, partial: 'no' };
}

/** `<13>1 2026-11-26T01:02:03Z host app 123 id [data] text` (RFC 5424). */
export function unwrapSyslog5424(line: string): Unwrapped | null {
  const from = priorityEnd(line);
  if (from === 0 || line.charCodeAt(from) !== 49 || line.charCodeAt(from + 1) !== 32) return null;
  let at = from + 2;
  const words: string[] = [];
  for (let word = 0; word < 5; word++) {
    const end = line.indexOf(' ', at);
    if (end < 0) return null;
    words.push(line.slice(at, end));
    at = end + 1;
  }
  const data = structuredDataEnd(line, at);
  if (data < 0) return null;
  const text = line.charCodeAt(data) === 32 ? line.slice(data + 1) : line.slice(data);
  return {
    text: unescapeControls(text.replace(/^\ufeff/, '')),
    source: words.slice(1, 4).join(' '),
    partial: 'no',
  };
}

function priorityEnd(line: string): number {
  if (line.charCodeAt(0) !== 60) return 0;
  const close = line.indexOf('>', 1);
  return close > 1 && close <= 4 ? close + 1 : 0;
}

/** A row of a dump right behind the time: `fatal error: …`, `panic: …`, `[signal SIGSEGV: …`. */
function isNoHost(line: string, from: number, to: number): boolean {
  return (
    line.charCodeAt(to - 1) === 58 ||
    line.charCodeAt(from) === 91 ||
    line.charCodeAt(from) === 9 ||
    line.startsWith('fatal error:', from) ||
    line.startsWith('runtime stack:', from)
  );
}

/** The colon behind `app`, `app[123]` or `app.service`. */
function tagEnd(line: string, from: number): number {
  for (let at = from; at < line.length && at < from + 128; at++) {
    const code = line.charCodeAt(at);
    if (code === 58) return at > from ? at : -1;
    if (code === 32) return -1;
  }
  return -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function structuredDataEnd(line: string, from: number): number {
  if (line.charCodeAt(from) === 45) return from + 1;
  let at = from;
  while (line.charCodeAt(at) === 91) {
    at = elementEnd(line, at);
    if (at < 0) return -1;
  }
  return at === from ? -1 : at;
}

function elementEnd(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) quoted = !quoted;
    else if (code === 93 && !quoted) return at + 1;
  }
  return -1;
}
