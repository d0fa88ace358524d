#!/usr/bin/env node
// @ts-check
// node tools/go-crashes/record.mjs --marks: reads the marks anew, for the dumps that are there.
// node tools/go-crashes/record.mjs [--go 1.22.12]… [--setting system]… [PROGRAM]…: crashes anew and writes `dumps/`. Without arguments: everything, in about half an hour.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { crashPrograms } from './crash.mjs';
import { dumpsFolder, readDumps, writeDumps } from './dumps.mjs';
import { allPrograms, programNamed } from './marks.mjs';
import { settings } from './settings.mjs';
import { truthOf } from './truth.mjs';

/** The newest patch of each that the module proxy had when this was written; 1.18 is the last that dies by `throw`. */
export const versions = [
  '1.18.10',
  '1.19.13',
  '1.20.14',
  '1.21.13',
  '1.22.12',
  '1.23.5',
  '1.24.4',
  '1.25.12',
  '1.26.8',
  '1.27.0',
];
const levels = ['writes', 'read-write', 'iterate', 'clone', 'http-header'];
/** Programs of a setting; without an entry: all. @type {Readonly<Record<string, readonly string[]>>} */
const programsOf = {
  none: ['writes', 'read-write', 'nil-map'],
  single: levels,
  system: [...levels, 'generics', 'many-goroutines', 'json-marshal', 'locked-thread', 'stack-overflow'],
  crash: [...levels, 'cgo-callback', 'nil-pointer', 'deadlock'],
  trimpath: ['writes', 'vendored-paths', 'http-header'],
  'not-optimised': ['closures', 'embedded-map', 'generics', 'iterate'],
  stripped: ['writes', 'iterate'],
  labels: ['pprof-labels', 'writes'],
  'classic-maps': ['writes', 'read-write', 'iterate', 'clone', 'generics'],
  race: ['writes', 'read-write', 'iterate', 'closures', 'field-race'],
  'race-all': ['writes', 'generics', 'field-race'],
  386: ['writes', 'read-write', 'iterate', 'nil-pointer'],
};
/** Each needs the standard library compiled once more. */
const versionsOf = {
  trimpath: ['1.20.14', '1.24.4', '1.26.8'],
  race: ['1.19.13', '1.22.12', '1.24.4', '1.26.8', '1.27.0'],
  'race-all': ['1.19.13', '1.22.12', '1.24.4', '1.26.8', '1.27.0'],
  386: ['1.18.10', '1.22.12', '1.26.8'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    go: { type: 'string', multiple: true },
    setting: { type: 'string', multiple: true },
    marks: { type: 'boolean', default: false },
  },
});
const names = allPrograms().map(({ name }) => name);
let failures = 0;
if (values.marks) {
  const read = readDumps().map((dump) => ({
    ...dump,
    truth: truthOf(dump.text, programNamed(dump.program)),
  }));
  writeDumps(
    read.flatMap(({ truth, program, version, setting, text, exitCode }) =>
      truth ? [{ program, version, setting, text, exitCode, truth }] : [],
    ),
  );
  for (const { name, truth } of read)
    if (!truth) process.stderr.write(`${name}: its marks no longer fit, so it keeps its old truth\n`);
}
for (const setting of values.marks ? [] : (values.setting ?? Object.keys(settings))) {
  for (const version of values.go ??
    Object.entries(versionsOf).find(([name]) => name === setting)?.[1] ??
    versions) {
    const wanted = names
      .filter((name) => positionals.length === 0 || positionals.includes(name))
      .filter((name) => programsOf[setting]?.includes(name) ?? true);
    const crashes = await crashPrograms({ names: wanted, version, setting }, ({ program, cause }) => {
      failures += 1;
      process.stderr.write(`${program}@${version}-${setting}: ${String(cause).slice(0, 3_000)}\n`);
    });
    writeDumps(
      crashes.filter(({ text }) => text !== ''),
      ({ program }) => names.includes(program),
    );
    process.stderr.write(`${setting} ${version}: ${crashes.length} dumps in ${dumpsFolder}\n`);
  }
}
if (failures > 0) process.exitCode = 1;
