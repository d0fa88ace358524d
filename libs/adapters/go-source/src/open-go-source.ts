import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type { GoFile, GoSourceIndex } from '@faultline/crash';
import { Language, Parser } from 'web-tree-sitter';
import { importPathOf, modulePathOf } from './import-path.js';
import { readGoFile } from './read-go-file.js';
import { type FoundFiles, walkGoFiles } from './walk-go-files.js';

const require = createRequire(import.meta.url);

export interface GoSourceOptions {
  readonly signal: AbortSignal;
  /** Parsing stops here, and says what it left out. */
  readonly timeMaxMs?: number;
}

/** A million lines take about half of it. */
const standardTimeMaxMs = 120_000;

/**
 * The Go sources of a folder, parsed: no Go toolchain, no network, nothing of the program is run. Takes about a second for 20,000 lines.
 * What cannot be read or parsed is left out and named. Rejects with FL_USAGE where there is no such folder, and when it is aborted.
 */
export async function openGoSource(folder: string, options: GoSourceOptions): Promise<GoSourceIndex> {
  const { signal, timeMaxMs = standardTimeMaxMs } = options;
  const found = await walkGoFiles(folder, signal);
  const modules = await modulesOf(found);
  const parser = await goParser();
  const files: GoFile[] = [];
  const leftOut = [...found.leftOut];
  const endMs = performance.now() + timeMaxMs;
  try {
    for (const { path, relativePath } of found.files) {
      signal.throwIfAborted();
      if (performance.now() > endMs) {
        leftOut.push(`${relativePath} and what follows: parsing took too long`);
        break;
      }
      const file = await parseFile(parser, path, relativePath, importPathOf(relativePath, modules), endMs);
      if (file === null) leftOut.push(`${relativePath}: cannot be read or parsed`);
      else files.push(file);
    }
  } finally {
    parser.delete();
  }
  return { files, leftOut };
}

async function modulesOf({ modules }: FoundFiles): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const { path, relativePath } of modules) {
    const module = modulePathOf(await readFile(path, 'utf8').catch(() => ''));
    if (module !== null) paths.set(posix.dirname(relativePath), module);
  }
  return paths;
}

async function parseFile(
  parser: Parser,
  path: string,
  relativePath: string,
  importPath: string,
  endMs: number,
): Promise<GoFile | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const tree = parser.parse(text, null, { progressCallback: () => performance.now() > endMs });
  if (tree === null) {
    parser.reset();
    return null;
  }
  try {
    return readGoFile(tree.rootNode, relativePath, importPath);
  } finally {
    tree.delete();
  }
}

async function goParser(): Promise<Parser> {
  await Parser.init();
  // The grammar is data of a package: its native binding, and what it needs, are never loaded.
  const grammar = require.resolve('tree-sitter-go/tree-sitter-go.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(new Uint8Array(await readFile(grammar))));
  return parser;
}
