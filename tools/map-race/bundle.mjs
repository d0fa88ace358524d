#!/usr/bin/env node
// @ts-check
// Writes the scenario of the racing map and its innocent twin. node tools/map-race/bundle.mjs [DIR]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed } from '../forged-tokens/packed.mjs';
import { tell } from './story.mjs';

const out = process.argv[2] ?? 'scenarios/map-race';

for (const benign of [false, true]) {
  const { files, answer } = tell(benign);
  const folder = join(out, benign ? 'benign' : 'records');
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, `${file.name}.gz`), packed(file.lines, true));
  writeFileSync(
    join(out, benign ? 'benign-answer.json' : 'answer.json'),
    `${JSON.stringify(answer, null, 1)}\n`,
  );
  process.stderr.write(`${folder}: ${String(answer.records)} records in ${String(files.length)} files\n`);
}
