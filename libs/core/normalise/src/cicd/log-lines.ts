import type { EventOf } from '@faultline/model';
import { maskText } from '../fields/secret-text.js';
import { isoToUs } from '../time/parse-time.js';

type LogLine = EventOf<'cicd.log'>['lines'][number];

/** GitHub itself cuts what it shows at 50 000 lines a step; a log beyond this is a flood. */
const linesMax = 200_000;
/** Enough for any command or dump that a detector looks into. The rest of a longer line is in the raw record. */
const lineLengthMax = 64 * 1024;
/** `2026-03-08T16:41:45.3944010Z ` */
const timeLengthMax = 36;
const byteOrderMark = 0xfe_ff;
const escape = '\u001B';
// Control sequences (ECMA-48 §5.4: colours, cursor) and operating system commands (titles, links). The classes do not overlap: linear.
// oxlint-disable-next-line no-control-regex -- control characters are what it removes
const controlSequence = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g;

/**
 * The lines of a job log: time taken off the front, terminal control sequences removed, secrets masked. Lines beyond the limit are
 * replaced by one that says how many characters were not read.
 */
export function logLines(log: string): LogLine[] {
  const lines: LogLine[] = [];
  let start = 0;
  while (start < log.length) {
    if (lines.length === linesMax) {
      lines.push({ atUs: null, text: `[${log.length - start} more characters of this log were not read]` });
      break;
    }
    const newline = log.indexOf('\n', start);
    const end = newline < 0 ? log.length : newline;
    lines.push(readLine(log, start, end));
    start = end + 1;
  }
  return lines;
}

function readLine(log: string, start: number, end: number): LogLine {
  // Logs are often joined from files, each with its own mark.
  const from = log.charCodeAt(start) === byteOrderMark ? start + 1 : start;
  const to = end > from && log.charCodeAt(end - 1) === 13 ? end - 1 : end;
  const atUs = timeAt(log, from, to);
  const textStart = atUs === null ? from : endOfTime(log, from, to) + 1;
  return { atUs, text: cleanText(log.slice(textStart, Math.min(to, textStart + lineLengthMax))) };
}

/** The time that the runner puts before each line, ended by a space or the line's end. */
function timeAt(log: string, from: number, to: number): number | null {
  // The cheap look first: most formats fail at the first two characters of a date.
  if (log.charCodeAt(from + 4) !== 45 /* - */ || log.charCodeAt(from + 10) !== 84 /* T */) return null;
  return isoToUs(log.slice(from, endOfTime(log, from, to)));
}

function endOfTime(log: string, from: number, to: number): number {
  const limit = Math.min(to, from + timeLengthMax);
  let end = from;
  while (end < limit && log.charCodeAt(end) !== 32 /* space */) end++;
  return end;
}

function cleanText(text: string): string {
  return maskText(text.includes(escape) ? text.replace(controlSequence, '') : text);
}
