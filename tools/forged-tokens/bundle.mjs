#!/usr/bin/env node
// @ts-check
// Writes the bundled scenario: the article's night and its innocent twin. node tools/forged-tokens/bundle.mjs [DIR]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed } from './packed.mjs';
import { tell } from './story.mjs';

const SEED = 217;
const out = process.argv[2] ?? 'scenarios/forged-tokens';

for (const benign of [false, true]) {
  const { files, answer } = tell({ seed: SEED, variant: 'article', benign });
  const folder = join(out, benign ? 'benign' : 'records');
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, `${file.name}.gz`), packed(file.lines, true));
  writeFileSync(
    join(out, benign ? 'benign-answer.json' : 'answer.json'),
    `${JSON.stringify(answer, null, 1)}\n`,
  );
  process.stderr.write(`${folder}: ${answer.records} records in ${files.length} files\n`);
}
