import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { code, filesUnder, isTest, read, root } from './source-files.js';

const dependencies = z.record(z.string(), z.string()).default({});
const packageSchema = z.object({ name: z.string(), dependencies, devDependencies: dependencies });
const referencesSchema = z.object({ references: z.array(z.object({ path: z.string() })).default([]) });

const workspaces = filesUnder('')
  .filter((file) => /^(libs|apps|migrations|tools)\/.*package\.json$/.test(file))
  .map((file) => ({ folder: path.dirname(file), ...packageSchema.parse(JSON.parse(read(file))) }));
const folderOf = new Map(workspaces.map(({ name, folder }) => [name, folder]));
const typed = workspaces.filter(({ folder }) => existsSync(path.join(root, folder, 'tsconfig.json')));

/** Workspaces that the sources of `folder` import, with the front door only. */
function importsOf(folder: string, files: (file: string) => boolean): ReadonlySet<string> {
  const sources = code.filter((file) => file.startsWith(`${folder}/src/`) && files(file));
  return new Set(
    sources.flatMap((file) =>
      [...read(file).matchAll(/from '(@faultline\/[a-z0-9-]+)/g)].map((m) => m[1] ?? ''),
    ),
  );
}

function referencesOf(folder: string): readonly string[] {
  const { references } = referencesSchema.parse(JSON.parse(read(path.join(folder, 'tsconfig.json'))));
  return references.map((reference) => path.join(folder, reference.path));
}

describe.each(typed)('$folder', ({ folder, name, dependencies: own, devDependencies }) => {
  const imported = [...importsOf(folder, () => true)].filter((other) => other !== name);
  const needed = importsOf(folder, (file) => !isTest(file));

  // npm links every workspace for everybody, so an undeclared import works until someone installs only one.
  test('declares the workspaces that it imports', () => {
    const declared = (other: string): boolean =>
      other in own || (!needed.has(other) && other in devDependencies);
    expect(imported.filter((other) => !declared(other))).toEqual([]);
  });

  test('references them in tsconfig.json, so that tsc -b builds them first', () => {
    // The console is bundled from sources and no part of tsc -b.
    if (folder === 'apps/console') return;
    expect(imported.filter((other) => !referencesOf(folder).includes(folderOf.get(other) ?? ''))).toEqual([]);
  });
});

test('the root tsconfig.json builds every workspace but the console', () => {
  const built = referencesOf('.');
  expect(typed.filter(({ folder }) => folder !== 'apps/console' && !built.includes(folder))).toEqual([]);
});

test('every version is exact', () => {
  const loose = workspaces.flatMap(({ folder, dependencies: own, devDependencies }) =>
    Object.entries({ ...own, ...devDependencies })
      .filter(([, version]) => !/^\d/.test(version))
      .map(([name, version]) => `${folder}: ${name} ${version}`),
  );
  expect(loose).toEqual([]);
});

test('package-lock.json names no registry: an install uses the one it is told', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
});
