import type { Random } from '../forged-tokens/random.mjs';

type Change = (text: string, others: readonly string[], random: Random) => string;

const lines =
  (change: (rows: string[], random: Random, others: readonly string[]) => void): Change =>
  (text, others, random) => {
    const rows = text.split('\n');
    change(rows, random, others);
    return rows.join('\n');
  };
const place = (list: readonly unknown[], random: Random): number =>
  random.int(0, Math.max(0, list.length - 1));

/** Pieces on which readers of text fall over. */
const pieces = [
  '\0',
  '\r',
  '\t',
  '\uFEFF',
  '\uD800',
  '\x1b[31m',
  '%!s(MISSING)',
  '{"log":"',
  '"',
  '...',
  '[',
  ')',
  '0x',
  ':',
  '\u2028',
  'fatal error: ',
  'goroutine ',
  'created by ',
  '==================',
  'panic: ',
  '[recovered]',
  '18446744073709551616',
  '-1',
  ' F ',
  ' P ',
  '  | ',
];

const changes: readonly Change[] = [
  (text, _, random) => {
    const at = random.int(0, text.length);
    return text.slice(0, at) + random.pick(pieces) + text.slice(at + random.int(0, 3));
  },
  (text, _, random) => {
    const at = random.int(0, text.length);
    return text.slice(0, at) + String.fromCharCode(random.int(0, 0x2ff)) + text.slice(at + 1);
  },
  (text, _, random) => text.slice(random.int(0, text.length)),
  (text, _, random) => text.slice(0, random.int(0, text.length)),
  lines((rows, random) => void rows.splice(place(rows, random), random.int(1, 3))),
  lines((rows, random) => void rows.splice(place(rows, random), 0, rows[place(rows, random)] ?? '')),
  lines((rows, random) => {
    const [a, b] = [place(rows, random), place(rows, random)];
    [rows[a], rows[b]] = [rows[b] ?? '', rows[a] ?? ''];
  }),
  lines((rows, random) => void rows.reverse().splice(0, random.int(0, 2))),
  lines((rows, random, others) => {
    const foreign = random.pick(others).split('\n');
    const from = place(foreign, random);
    rows.splice(place(rows, random), 0, ...foreign.slice(from, from + random.int(1, 12)));
  }),
  lines((rows, random) => {
    const prefix = random.pick([
      '{"log":"',
      '<11>',
      'api-1  | ',
      '2026-11-26T02:00:00Z stderr P ',
      '> ',
      'MESSAGE=',
      '"',
    ]);
    const from = place(rows, random);
    for (let at = from; at < from + random.int(1, 9) && at < rows.length; at++)
      rows[at] = prefix + (rows[at] ?? '');
  }),
];

/** The text after one to eight changes of bytes and lines. The same for the same random numbers. */
export function fuzzed(text: string, others: readonly string[], random: Random): string {
  let changed = text;
  for (let left = random.int(1, 8); left > 0; left--) changed = random.pick(changes)(changed, others, random);
  return changed;
}
