// @ts-check
// The committed dumps: one gzip a dump, one `truth.jsonl` for all.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

export const dumpsFolder = fileURLToPath(new URL('dumps', import.meta.url));
const truthFile = join(dumpsFolder, 'truth.jsonl');

/**
 * @typedef {import('./truth.mjs').Truth & { program: string, version: string, setting: string, exitCode: number }} DumpTruth
 * @typedef {DumpTruth & { name: string, text: string }} Dump
 */

/** @param {{ program: string, version: string, setting: string }} dump */
export const dumpName = ({ program, version, setting }) =>
  `${program}@${version}${setting === 'default' ? '' : `-${setting}`}`;

/** One dump a line: a renewed dump is one changed line. @returns {Readonly<Record<string, DumpTruth>>} */
function truths() {
  if (!existsSync(truthFile)) return {};
  const lines = readFileSync(truthFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const { name, ...truth } = JSON.parse(line);
      return [name, truth];
    }),
  );
}

/** All dumps, by name. @returns {readonly Dump[]} */
export function readDumps() {
  return Object.entries(truths()).map(([name, truth]) => ({
    name,
    ...truth,
    text: gunzipSync(readFileSync(join(dumpsFolder, `${name}.txt.gz`))).toString('utf8'),
  }));
}

/** Adds or replaces; dumps that `keep` refuses are removed. @param {readonly import('./crash.mjs').Crash[]} crashes @param {(truth: DumpTruth) => boolean} [keep] */
export function writeDumps(crashes, keep = () => true) {
  mkdirSync(dumpsFolder, { recursive: true });
  const all = { ...truths() };
  for (const { text, truth, ...told } of crashes) {
    const name = dumpName(told);
    writeFileSync(join(dumpsFolder, `${name}.txt.gz`), gzipSync(text, { level: 9 }));
    all[name] = { ...told, ...truth };
  }
  const kept = Object.entries(all).filter(([, truth]) => keep(truth));
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = kept.map(([name, truth]) => JSON.stringify({ name, ...truth }));
  writeFileSync(truthFile, `${lines.join('\n')}\n`);
  const names = new Set(kept.map(([name]) => `${name}.txt.gz`));
  for (const file of readdirSync(dumpsFolder)) {
    if (file.endsWith('.txt.gz') && !names.has(file)) rmSync(join(dumpsFolder, file));
  }
}
