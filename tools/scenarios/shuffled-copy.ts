import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface ShuffledCopy {
  /** The files in another order. */
  readonly files: readonly string[];
  remove(): void;
}

/** A copy of a folder of line files, every file's lines and the files themselves in an order drawn from the seed. */
export function shuffledCopy(
  folder: string,
  seed: number,
  wanted: (name: string) => boolean = () => true,
): ShuffledCopy {
  const random = randomOf(seed);
  const copy = mkdtempSync(path.join(tmpdir(), 'faultline-shuffled-'));
  const files = readdirSync(folder)
    .filter(wanted)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      // A byte order mark opens a file and is no part of the line that comes after it.
      const lines = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .filter((line) => line !== '');
      const target = path.join(copy, name.replace(/\.gz$/, ''));
      writeFileSync(target, `${shuffled(lines, random).join('\n')}\n`);
      return target;
    });
  return { files: shuffled(files, random), remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** Fisher-Yates. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = result[last];
    const taken = result[other];
    if (moved === undefined || taken === undefined) continue;
    result[last] = taken;
    result[other] = moved;
  }
  return result;
}

/** Uniform in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
