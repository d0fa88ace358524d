#!/usr/bin/env node
// @ts-check
// node tools/forged-tokens/generate.mjs --seed N --out DIR [--variant NAME|auto|key=value,…] [--benign] [--gzip]
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packed } from './packed.mjs';
import { tell } from './story.mjs';
import { NAMED } from './variants.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    out: { type: 'string' },
    variant: { type: 'string', default: 'auto' },
    benign: { type: 'boolean', default: false },
    gzip: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

if (values.list) {
  process.stdout.write(`${Object.keys(NAMED).join('\n')}\n`);
} else if (!values.out || !/^\d+$/.test(values.seed ?? '')) {
  process.stderr.write(
    'usage: generate.mjs --seed N --out DIR [--variant NAME|auto|key=value,…] [--benign] [--gzip] | --list\n',
  );
  process.exitCode = 2;
} else {
  const { files, answer } = tell({
    seed: Number(values.seed),
    variant: values.variant,
    benign: values.benign,
  });
  const records = join(values.out, 'records');
  // Lines of an older story beside a new one would make a third that nobody wrote.
  if (existsSync(records) && readdirSync(records).length > 0) throw new Error(`${records} is not empty`);
  mkdirSync(records, { recursive: true });
  for (const file of files)
    writeFileSync(
      join(records, values.gzip ? `${file.name}.gz` : file.name),
      packed(file.lines, values.gzip),
    );
  writeFileSync(join(values.out, 'answer.json'), `${JSON.stringify(answer, null, 1)}\n`);
  process.stderr.write(`${answer.records} records in ${files.length} files\n`);
}
