import type { Crash, CrashDocument, Sha256 } from '@faultline/model';
import { unwrapCri } from '../unwrap/cri.js';
import { unwrapJsonLine } from '../unwrap/json-line.js';
import { unwrapSyslog5424 } from '../unwrap/syslog.js';
import { readCrashes } from '../read/read-crashes.js';
import { judgeDumps } from './judge-dumps.js';

/**
 * A value that was written into a log line brings its own line breaks, and behind it the rest of that line goes on. The runtime prints to
 * the end and dies.
 */
function goesOn(crash: Crash, lines: readonly string[]): boolean {
  const at = crash.lines.last;
  const next = exitRow.test(withoutTransport(lines[at] ?? '')) ? lines[at + 1] : lines[at];
  return /^ +\S/.test(withoutTransport(next ?? ''));
}

const exitRow = /^exit status \d+\s*$/;
/** The rest of a line that a value tore apart is no longer than a line. */
const restCharsMax = 4_096;

/**
 * What a program wrote in a line, where a log carries it. Prefixes that a program writes itself are left alone: two blanks behind a time are no
 * rest of a line.
 */
export function withoutTransport(line: string): string {
  if (line.length > restCharsMax) return line;
  return (unwrapJsonLine(line) ?? unwrapCri(line) ?? unwrapSyslog5424(line))?.text ?? line;
}

const injected =
  'the line behind it goes on with the rest of another line, as behind a value that was written into a log';

export function unlessInjected(crash: Crash, lines: readonly string[]): Crash {
  if (!crash.confirmed || !goesOn(crash, lines)) return crash;
  const certainty = crash.peer.certainty === 'certain' ? 'hypothesis' : crash.peer.certainty;
  return { ...crash, confirmed: false, unconfirmedReason: injected, peer: { ...crash.peer, certainty } };
}

/**
 * What a text tells of crashes of Go programs, as `faultline crash` prints it: log wrappings are taken off, dumps are read, and each is
 * judged. A text without any gives an empty list. Never throws on any input; cost linear in the text, within the limits of the reader.
 */
export function toCrashDocument(text: string, { sha256 }: { readonly sha256: Sha256 }): CrashDocument {
  const lines = text.split('\n');
  const crashes = judgeDumps(readCrashes(text), sha256);
  return { schema: 'faultline.crash/1', crashes: crashes.map((crash) => unlessInjected(crash, lines)) };
}
