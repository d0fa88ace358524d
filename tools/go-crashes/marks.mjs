// @ts-check
// What a program says about itself, on the very lines:
//   // FAULTLINE kind=map_read_write,map_write_write   any of these; beside it `forged`, or `forged-perfectly`
//   cache[key] = value // FAULTLINE crashing=writer peer=writer
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minor } from './settings.mjs';

export const programsFolder = fileURLToPath(new URL('programs', import.meta.url));

/**
 * @typedef {{ readonly file: string, readonly line: number, readonly role: string }} Mark file below `programs/`, with forward slashes
 * @typedef {object} Program
 * @property {string} name
 * @property {readonly string[]} kinds
 * @property {boolean} forged its text claims what did not happen
 * @property {boolean} perfect the text alone cannot tell
 * @property {string} since the oldest version that can build it
 * @property {boolean} cgo
 * @property {readonly Mark[]} crashing
 * @property {readonly Mark[]} peers
 */

/** @param {string} folder @returns {readonly string[]} */
const goFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? goFiles(path) : entry.name.endsWith('.go') ? [path] : [];
  });

/** @param {string} path @param {string} what @returns {readonly Mark[]} */
function marksOf(path, what) {
  const file = relative(programsFolder, path).replaceAll('\\', '/');
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const words = /\/\/ FAULTLINE (.*)$/.exec(text)?.[1]?.split(' ') ?? [];
      return words
        .filter((word) => word.startsWith(`${what}=`))
        .map((word) => ({ file, line: index + 1, role: word.slice(what.length + 1) }));
    });
}

/** @param {string} name @returns {Program} */
export function programNamed(name) {
  const files = goFiles(join(programsFolder, name));
  const main = readFileSync(join(programsFolder, name, 'main.go'), 'utf8');
  const header = /^\/\/ FAULTLINE kind=(\S+)( forged(?:-perfectly)?)?$/m.exec(main);
  if (header === null) throw new Error(`programs/${name}/main.go has no line "// FAULTLINE kind=…"`);
  return {
    name,
    kinds: header[1]?.split(',') ?? [],
    forged: header[2] !== undefined,
    perfect: header[2] === ' forged-perfectly',
    since: /^\/\/go:build.*\bgo(1\.\d+)/m.exec(main)?.[1] ?? '1.18',
    cgo: /^import "C"$/m.test(main),
    crashing: files.flatMap((file) => marksOf(file, 'crashing')),
    peers: files.flatMap((file) => marksOf(file, 'peer')),
  };
}

/** Folders that hold a `main.go`, by name. @returns {readonly Program[]} */
export function allPrograms() {
  return readdirSync(programsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => programNamed(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {Program} program @param {string} version */
export const builds = (program, version) => minor(version) >= minor(program.since);
