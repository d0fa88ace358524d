import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const libs = readdirSync(path.join(root, 'libs/core'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

/** [rule that must fire, file that breaks it, what the file says] */
const faults: readonly (readonly [string, string, string])[] = [
  ['core-model-uses-only-itself', 'libs/core/model/src/a.ts', `import '@faultline/graph';`],
  ['core-graph-uses-only-model', 'libs/core/graph/src/a.ts', `import '@faultline/report';`],
  ['core-normalise-uses-only-model+crash', 'libs/core/normalise/src/a.ts', `import '@faultline/detect';`],
  ['core-crash-uses-only-model', 'libs/core/crash/src/a.ts', `import '@faultline/graph';`],
  [
    'core-detect-uses-only-model+crash',
    'libs/core/detect/src/a.ts',
    `import type {} from '@faultline/correlate';`,
  ],
  ['core-correlate-uses-only-model+crash', 'libs/core/correlate/src/a.ts', `import '@faultline/graph';`],
  [
    'core-evidence-uses-only-model+graph+detect+crash',
    'libs/core/evidence/src/a.ts',
    `import '@faultline/rootcause';`,
  ],
  ['core-rootcause-uses-only-model+graph', 'libs/core/rootcause/src/a.ts', `import '@faultline/evidence';`],
  [
    'core-defence-uses-only-model+graph+crash',
    'libs/core/defence/src/a.ts',
    `import '@faultline/adapter-memory';`,
  ],
  ['core-report-uses-only-model+graph', 'libs/core/report/src/a.ts', `import '@faultline/platform';`],
  ['core-verify-uses-only-model', 'libs/core/verify/src/a.ts', `import '@faultline/graph';`],
  ['core-verify-uses-only-model', 'libs/core/verify/src/b.ts', `import '@faultline/rootcause';`],
  [
    'core-pipeline-uses-only-model+graph+normalise+detect+correlate+evidence+rootcause+defence+report',
    'libs/core/pipeline/src/a.ts',
    `import '@faultline/adapter-files';`,
  ],
  ...libs.map(
    ({ name }) => [`core-${name}-is-pure`, `libs/core/${name}/src/p.ts`, `import 'node:fs';`] as const,
  ),
  ['core-report-is-pure', 'libs/core/report/src/q.ts', `import 'lossless-json';`],
  ['kafka-driver-stays-home', 'apps/api/src/kafka.ts', `import 'kafkajs';`],
  ['neo4j-driver-stays-home', 'libs/adapters/postgres/src/neo4j.ts', `import 'neo4j-driver';`],
  ['postgres-driver-stays-home', 'libs/adapters/memory/src/pg.ts', `import 'pg';`],
  ['postgres-driver-stays-home', 'apps/api/src/typeorm.ts', `import 'typeorm';`],
  ['jwt-driver-stays-home', 'apps/cli/src/jose.ts', `import 'jose';`],
  ['go-source-driver-stays-home', 'apps/cli/src/parser.ts', `import 'web-tree-sitter';`],
  ['adapters-use-only-port-owners', 'libs/adapters/postgres/src/a.ts', `import '@faultline/adapter-memory';`],
  ['adapters-use-only-port-owners', 'libs/adapters/postgres/src/b.ts', `import '@faultline/platform';`],
  ['adapters-use-only-port-owners', 'libs/adapters/postgres/src/c.ts', `import '@faultline/rootcause';`],
  [
    'adapters-use-only-port-owners',
    'libs/adapters/files/src/m.ts',
    `import '@faultline/migrations-postgres';`,
  ],
  ['migrations-stand-alone', 'migrations/postgres/src/a.ts', `import '@faultline/model';`],
  ['migrations-only-in-their-adapter', 'apps/api/src/m.ts', `import '@faultline/migrations-postgres';`],
  ['platform-uses-only-model', 'libs/platform/src/a.ts', `import '@faultline/graph';`],
  ['runtime-only-in-apps', 'libs/platform/src/r.ts', `import '@faultline/runtime';`],
  ['runtime-only-in-apps', 'libs/adapters/files/src/r.ts', `import '@faultline/runtime';`],
  ['runtime-uses-no-app', 'libs/runtime/src/a.ts', `import '@faultline/api';`],
  ['nest-only-in-apps-and-platform', 'libs/adapters/files/src/a.ts', `import '@nestjs/common';`],
  ['nest-only-in-apps-and-platform', 'libs/runtime/src/n.ts', `import '@nestjs/common';`],
  ['sensors-use-only-model-and-crash', 'sensors/x/src/a.ts', `import '@faultline/platform';`],
  ['sensors-use-only-model-and-crash', 'sensors/x/src/b.ts', `import 'zod';`],
  ['apps-do-not-meet', 'apps/api/src/a.ts', `import '@faultline/cli';`],
  ['cli-meets-only-api', 'apps/cli/src/a.ts', `import '@faultline/console';`],
  ['console-uses-only-model-and-report', 'apps/console/src/a.ts', `import '@faultline/graph';`],
  ['no-deep-imports', 'apps/cli/src/b.ts', `import '../../api/src/inner.js';`],
  ['no-deep-imports', 'libs/core/report/src/b.ts', `import '../../model/src/inner.js';`],
  ['no-front-door-from-inside', 'libs/core/graph/src/b.ts', `import './index.js';`],
  ['testing-only-in-tests', 'apps/api/src/b.ts', `import '@faultline/graph/testing';`],
  ['no-circular', 'libs/core/detect/src/c1.ts', `import './c2.js';`],
  ['resolvable', 'apps/api/src/c.ts', `import './nowhere.js';`],
  ['resolvable', 'libs/core/graph/src/q.ts', `import 'not-installed';`],
];
/** Files that break nothing, however close they come; the first is only the other half of the planted circle. */
const allowed: readonly (readonly [string, string])[] = [
  ['libs/core/detect/src/c2.ts', `import './c1.js';`],
  ['libs/core/normalise/src/ok.ts', `import '@faultline/model'; import 'zod'; import 'lossless-json';`],
  ['libs/core/normalise/src/ok.test.ts', `import 'node:fs'; import '@faultline/normalise';`],
  ['libs/core/pipeline/src/ok.ts', `import '@faultline/rootcause'; import '@faultline/report';`],
  ['libs/adapters/postgres/src/ok.ts', `import 'pg'; import 'node:net'; import '@faultline/pipeline';`],
  ['libs/adapters/postgres/src/run.ts', `import '@faultline/migrations-postgres';`],
  ['libs/adapters/go-source/src/ok.ts', `import 'web-tree-sitter'; import '@faultline/crash';`],
  ['migrations/postgres/src/ok.ts', `import 'typeorm';`],
  ['libs/adapters/postgres/src/ok.test.ts', `import '@faultline/graph/testing';`],
  ['libs/platform/src/ok.ts', `import '@nestjs/common'; import '@faultline/model';`],
  [
    'apps/cli/src/ok.ts',
    `import '@faultline/api'; import '@faultline/verify'; import '@faultline/adapter-files';`,
  ],
  [
    'libs/runtime/src/ok.ts',
    `import '@faultline/adapter-postgres'; import '@faultline/platform'; import '@faultline/normalise';`,
  ],
  ['apps/api/src/ok.ts', `import '@faultline/runtime';`],
  ['sensors/x/src/ok.ts', `import 'node:fs'; import '@faultline/model'; import '@faultline/crash';`],
  ['apps/console/src/ok.ts', `import '@faultline/model'; import '@faultline/report';`],
];

const cruiseSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
const rules = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'))
  .forbidden.map((rule) => rule.name);
let tree = '';
let fired: readonly string[] = [];

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'faultline-arrows-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    cpSync(path.join(root, name), path.join(tree, name));
  for (const home of ['libs/core', 'libs/adapters', 'apps']) {
    for (const { name } of readdirSync(path.join(root, home), { withFileTypes: true }).filter((e) =>
      e.isDirectory(),
    )) {
      plantWorkspace(path.join(home, name), home === 'libs/adapters' ? `adapter-${name}` : name);
    }
  }
  plantWorkspace('libs/platform', 'platform');
  plantWorkspace('libs/runtime', 'runtime');
  plantWorkspace('migrations/postgres', 'migrations-postgres');
  const packages = [
    'zod',
    'lossless-json',
    'kafkajs',
    'neo4j-driver',
    'pg',
    'typeorm',
    'jose',
    'web-tree-sitter',
    '@nestjs/common',
  ];
  write(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])) }),
  );
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  write('libs/core/graph/src/testing/index.ts', 'export const suite = 1;');
  for (const [, file, text] of faults) write(file, text);
  for (const [file, text] of allowed) write(file, text);
  fired = cruise();
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** A lib or app as the real ones are laid out, linked into node_modules the way npm does it. */
function plantWorkspace(folder: string, name: string): void {
  const exportsOf = {
    '.': { 'faultline-source': './src/index.ts' },
    './testing': { 'faultline-source': './src/testing/index.ts' },
  };
  write(
    `${folder}/package.json`,
    JSON.stringify({ name: `@faultline/${name}`, type: 'module', exports: exportsOf }),
  );
  write(`${folder}/src/index.ts`, 'export const frontDoor = 1;');
  write(`${folder}/src/inner.ts`, 'export const inner = 1;');
  link(folder, `node_modules/@faultline/${name}`);
}

function link(target: string, at: string): void {
  mkdirSync(path.dirname(path.join(tree, at)), { recursive: true });
  symlinkSync(path.join(tree, target), path.join(tree, at), 'junction');
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
}

function cruise(): readonly string[] {
  const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    bin,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'libs',
    'apps',
    'migrations',
    'sensors',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (stdout === '') throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  const result = cruiseSchema.parse(JSON.parse(stdout));
  return result.summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`);
}

test.each(faults)('%s fires on %s', (rule, file) => {
  expect(fired).toContain(`${rule} ${file}`);
});

test.each(allowed.slice(1))('nothing fires on %s', (file) => {
  expect(fired.filter((line) => line.endsWith(` ${file}`))).toEqual([]);
});

test('every rule has a planted fault', () => {
  expect(rules.filter((name) => !faults.some(([rule]) => rule === name))).toEqual([]);
});

test.each(libs.map(({ name }) => name))('libs/core/%s has a row in .dependency-cruiser.cjs', (name) => {
  expect(rules.some((rule) => rule.startsWith(`core-${name}-uses-only-`))).toBe(true);
});
