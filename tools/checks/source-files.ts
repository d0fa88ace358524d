import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', '.git', '.faultline', 'coverage', 'fixtures']);

/** Paths below the root with forward slashes, sorted; what is installed, built or a fixture is left out. No folder, no files. */
export function filesUnder(folder: string): readonly string[] {
  if (!existsSync(path.join(root, folder))) return [];
  const found: string[] = [];
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(notOurs.has(entry.name) ? [] : filesUnder(file)));
    else if (entry.isFile()) found.push(file);
  }
  return found.sort();
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

const isCode = (file: string): boolean => /\.(ts|tsx|mjs|cjs)$/.test(file);
export const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file);

/** All code, tests too. */
export const code = ['libs', 'apps', 'migrations', 'sensors', 'tools', 'bench', 'scenarios']
  .flatMap(filesUnder)
  .filter(isCode);
/** What users run. */
export const product = code.filter((file) => /^(libs|apps|migrations|sensors)\//.test(file) && !isTest(file));
export const core = product.filter((file) => file.startsWith('libs/core/'));

/** The file with comments blanked, line numbers kept. Good enough for searching words, not for parsing. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{(,])\/\/.*$/gm, '$1');
}

/** `file:line: text` for every line that matches. */
export function linesWith(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    withoutComments(read(file))
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
}
