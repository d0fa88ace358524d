import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { code, core, filesUnder, isTest, linesWith, product, read, root } from './source-files.js';

// This file names what it forbids.
const others = code.filter((file) => file !== 'tools/checks/tidy.test.ts');
const longestLines = 500;
const longLines = 400;

describe('leftovers', () => {
  test('no FIXME: mend it, or write down what is missing where users look', () => {
    const marked = others.filter((file) => read(file).includes('FIXME'));
    expect(marked).toEqual([]);
  });

  test('no .only, .skip or .todo: a test that does not run is no test', () => {
    expect(linesWith(others.filter(isTest), /\b(test|it|describe)\.(only|skip|todo)\(/)).toEqual([]);
  });

  test('no console.log where output belongs to someone: stdout is the result, logs go through platform', () => {
    const files = product.filter((file) => /^(libs|apps\/(api|console))\//.test(file));
    expect(linesWith(files, /\bconsole\.(log|info|debug|dir|table)\(/)).toEqual([]);
  });
});

describe('core is pure', () => {
  test('no wall clock and no dates of the machine: take microseconds in, count with integers or Date.UTC', () => {
    expect(linesWith(core, /\bnew Date\(|\bDate\.(now|parse)\b|\bperformance\.now\b/)).toEqual([]);
  });

  test('no randomness: take ids and a seeded generator in', () => {
    expect(linesWith(core, /\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)\b/)).toEqual([]);
  });

  test('no timers, no environment', () => {
    expect(
      linesWith(core, /\b(setTimeout|setInterval|setImmediate)\(|\bprocess\.(env|cwd|hrtime|exit)\b/),
    ).toEqual([]);
  });
});

describe('size', () => {
  // Tables of data are named `*.data.ts`: their length says nothing about them.
  const lengths = code
    .filter((file) => !file.endsWith('.data.ts'))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }));

  test(`no file is longer than ${longestLines} lines: find the second idea in it and give it a file`, () => {
    expect(lengths.filter(({ lines }) => lines > longestLines)).toEqual([]);
    const long = lengths.filter(({ lines }) => lines > longLines);
    if (long.length > 0)
      console.warn('longer than 400 lines:', long.map(({ file, lines }) => `${file} (${lines})`).join(', '));
  });

  test('no file is a drawer: utils, helpers, common, misc', () => {
    const drawers = product.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(file));
    expect(drawers).toEqual([]);
  });
});

describe('secrets and machines', () => {
  test('no token literal in product code: build it in a test', () => {
    expect(linesWith(product, /eyJ[A-Za-z0-9_-]{10,}/)).toEqual([]);
  });

  test('no path of this machine', () => {
    const here = [path.join(root, '/'), path.join(root, '..', 'shared/')];
    const guilty = others.filter((file) => here.some((folder) => read(file).includes(folder)));
    expect(guilty).toEqual([]);
  });
});

describe('rules', () => {
  const rules = code.filter((file) => file.endsWith('.rule.ts'));

  test('every *.rule.ts has a test: one in its lib that names it', () => {
    const untested = rules.filter((rule) => {
      const home = rule.slice(0, rule.indexOf('/src/') + 5);
      const name = path.basename(rule, '.rule.ts');
      return !code.some(
        (file) => file.startsWith(home) && isTest(file) && `${file} ${read(file)}`.includes(name),
      );
    });
    expect(untested).toEqual([]);
  });

  test('every *.rule.ts is registered: a file of its lib that is no test imports it', () => {
    const orphans = rules.filter((rule) => {
      const imported = `/${path.basename(rule, '.ts')}.js'`;
      const home = rule.slice(0, rule.indexOf('/src/') + 5);
      return !product.some((file) => file.startsWith(home) && file !== rule && read(file).includes(imported));
    });
    expect(orphans).toEqual([]);
  });
});

describe('scenarios', () => {
  const names = [...new Set(filesUnder('scenarios').map((file) => file.split('/')[1] ?? ''))].filter(
    (name) => !name.includes('.'),
  );
  const has = (...parts: readonly string[]): boolean => existsSync(path.join(root, 'scenarios', ...parts));

  test('every scenario has a README: what happened, what must be found', () => {
    expect(names.filter((name) => !has(name, 'README.md'))).toEqual([]);
  });

  test('every scenario has a benign twin that must give nothing: NAME/benign or NAME-benign', () => {
    const attacks = names.filter((name) => !name.endsWith('-benign'));
    expect(attacks.filter((name) => !has(name, 'benign') && !has(`${name}-benign`))).toEqual([]);
  });
});
