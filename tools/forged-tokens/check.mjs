#!/usr/bin/env node
// @ts-check
// Self check: node tools/forged-tokens/check.mjs [seeds=30] — shapes, truths of the story and of its twin, same bytes twice.
import { createHash } from 'node:crypto';
import { inspect } from './shapes.mjs';
import { tell } from './story.mjs';
import { untruths } from './truths.mjs';
import { NAMED } from './variants.mjs';

const seeds = Number(process.argv[2] ?? 30);
const names = Object.keys(NAMED);
let faulty = 0;

for (let seed = 1; seed <= seeds; seed++) {
  // Named stories in turn, every fourth one drawn freely; the twin of every third seed.
  const variant = seed % 4 === 0 ? 'auto' : names[(seed - 1) % names.length];
  const benign = seed % 3 === 0;
  const faults = [...examine(seed, variant, false), ...(benign ? examine(seed, variant, true) : [])];
  if (faults.length) faulty++;
  process.stdout.write(
    `${seed} ${variant}${benign ? ' + twin' : ''}: ${faults.length ? faults.join('; ') : 'ok'}\n`,
  );
}
process.exitCode = faulty ? 1 : 0;

/** @param {number} seed @param {string} variant @param {boolean} benign */
function examine(seed, variant, benign) {
  const { files, answer } = tell({ seed, variant, benign });
  const lines = files.flatMap((file) => file.lines);
  const reads = lines.map(inspect);
  const faults = new Set(reads.flatMap((read) => read.faults));
  if (seed % 5 === 1 && fingerprint(files) !== fingerprint(tell({ seed, variant, benign }).files))
    faults.add('not deterministic');
  return [...faults, ...untruths(answer, reads, lines)].map((fault) => (benign ? `twin: ${fault}` : fault));
}

/** @param {import('./arrivals.mjs').File[]} files */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const { name, lines } of files) hash.update(name).update(lines.join('\n'));
  return hash.digest('hex');
}
