import type { DumpFrame } from '../dump.js';
import { isClosure, parseFunctionName, type FunctionName } from './function-name.js';
import { standardPackages } from './standard-packages.data.js';

/** Whose code a frame runs. A dependency is a module of somebody else: the file row names its version, or a vendor folder. */
export type CodeOrigin = 'runtime' | 'standard' | 'dependency' | 'program';

const standardRoots = new Set([...standardPackages].map((path) => path.split('/')[0] ?? ''));
/** Roots that no module may have: the go command keeps them for Go itself. */
const ownRoots: ReadonlySet<string> = new Set(['internal', 'vendor', 'runtime']);

/**
 * Tells Go's own code from the program's, by the import path first and the file row second. `main` is always the program's; a first element
 * with a dot never is Go's. A name of the standard library counts only while the file row does not contradict: a program may have a
 * package `log` too.
 */
export function codeOrigin(frame: DumpFrame): CodeOrigin {
  // The function row is lost: only the file is left to tell.
  if (frame.function === '') return contradicts(frame.file) ? theirs(frame) : 'standard';
  const name = parseFunctionName(frame.function);
  const { importPath } = name;
  const root = importPath.split('/')[0] ?? '';
  if (importPath === '' || root.startsWith('type:') || root.startsWith('go:') || root === 'type') {
    return 'runtime';
  }
  if (isGeneratedByCgo(name, frame.file) || isInlinedClosure(name, frame.file)) return 'standard';
  if (root === 'runtime' || importPath.startsWith('internal/runtime')) return 'runtime';
  if (isStandardPath(importPath, root)) return contradicts(frame.file) ? theirs(frame) : 'standard';
  if (standardRoots.has(root) && isNewPackage(importPath, frame.file)) return 'standard';
  return theirs(frame);
}

/** `main._Cfunc_pump` in `_cgo_gotypes.go`: a stub that nobody wrote. */
function isGeneratedByCgo({ segments }: FunctionName, file: string | null): boolean {
  return (segments[0] ?? '').startsWith('_C') || file?.endsWith('_cgo_gotypes.go') === true;
}

/**
 * A closure of the standard library that was inlined into the program carries the program's name: `main.names.Keys[...].func1` in
 * `maps/iter.go` (Go 1.23). Then the file is right.
 */
function isInlinedClosure(name: FunctionName, file: string | null): boolean {
  if (!isClosure(name) || name.segments.length < 3 || file === null) return false;
  const folder = folderOf(file);
  const inSources = folder.lastIndexOf('/src/');
  const path = folder.slice(inSources < 0 ? 0 : inSources + 5);
  return standardPackages.has(path) && name.segments.at(-2) !== name.segments[0];
}

function isStandardPath(importPath: string, root: string): boolean {
  if (standardPackages.has(importPath) || ownRoots.has(root)) return true;
  return standardRoots.has(root) && importPath.includes('/internal');
}

/** The file of a linked function lies elsewhere (`sync.fatal` in `runtime/panic.go`), so any folder of the standard library will do. */
function contradicts(file: string | null): boolean {
  if (file === null || file.startsWith('<') || file.startsWith('_')) return false;
  const folder = folderOf(file);
  const inSources = folder.lastIndexOf('/src/');
  const path = inSources < 0 ? folder : folder.slice(inSources + 5);
  return !isStandardPath(path, path.split('/')[0] ?? '');
}

/** A package that came after this list: under a `src` folder, or trimmed to its import path. */
function isNewPackage(importPath: string, file: string | null): boolean {
  if (file === null) return false;
  const folder = folderOf(file);
  return folder.endsWith(`/src/${importPath}`) && /(?:^|[/.])go/i.test(folder);
}

function folderOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function theirs(frame: DumpFrame): CodeOrigin {
  const file = (frame.file ?? '').replaceAll('\\', '/');
  if (file.includes('@v') || file.includes('/pkg/mod/') || /(?:^|\/)vendor\//.test(file)) return 'dependency';
  return 'program';
}
