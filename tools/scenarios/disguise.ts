import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { randomOf, shuffled } from './shuffled-copy.js';

export interface Disguise {
  /** Word → word, whatever its case; the case of the first letters is kept. */
  readonly names: readonly (readonly [from: string, to: string])[];
  readonly shiftMs: number;
  readonly seed: number;
}

/** A copy of a JSON line file in which every name is another, every time is moved by the same amount, and the lines stand in another order. */
export function disguisedCopy(
  file: string,
  { names, shiftMs, seed }: Disguise,
): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'faultline-disguised-'));
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => names.reduce((text, [from, to]) => renamed(text, from, to), shifted(line, shiftMs)));
  const copy = path.join(folder, 'records.jsonl');
  writeFileSync(copy, `${shuffled(lines, randomOf(seed)).join('\n')}\n`);
  return { file: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function renamed(text: string, from: string, to: string): string {
  const pattern = new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  return text.replace(pattern, (met) => (met === met.toUpperCase() ? to.toUpperCase() : to));
}

/** Moves `2023-08-16 04:54:11.992` and `2023-08-16T04:54:11.992Z`, each in its own writing. */
function shifted(text: string, shiftMs: number): string {
  return text.replace(
    /\b(\d{4}-\d\d-\d\d)([ T])(\d\d:\d\d:\d\d\.\d{3})/g,
    (_, day: string, between: string, time: string) => {
      const moved = new Date(Date.parse(`${day}T${time}Z`) + shiftMs).toISOString();
      return `${moved.slice(0, 10)}${between}${moved.slice(11, 23)}`;
    },
  );
}
