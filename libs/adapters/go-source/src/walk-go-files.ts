import { opendir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { FaultlineError } from '@faultline/model';

export interface FoundFile {
  readonly path: string;
  /** Below the folder that was opened, with forward slashes. */
  readonly relativePath: string;
  readonly bytes: number;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly modules: readonly FoundFile[];
  readonly leftOut: readonly string[];
}

/** A module of a million lines has about 5,000 files. */
const filesMax = 20_000;
/** Generated tables are larger; no map is shared in them. */
const fileBytesMax = 1 << 20;
const bytesMax = 256 << 20;
/** Folders in folders; also what ends a circle of mounts. */
const depthMax = 40;
/** Folders without code of the program; the go command does not look into them either. */
const skipped: ReadonlySet<string> = new Set(['testdata', 'node_modules']);

/** The Go files of a folder, in the order of their paths. Links are not followed, so no source leads out of the folder. */
export async function walkGoFiles(folder: string, signal: AbortSignal): Promise<FoundFiles> {
  await expectFolder(folder);
  const files: FoundFile[] = [];
  const modules: FoundFile[] = [];
  const leftOut: string[] = [];
  let bytes = 0;
  const walk = async (relative: string, depth: number): Promise<void> => {
    signal.throwIfAborted();
    for (const { name, isFolder } of await entriesOf(join(folder, relative), leftOut)) {
      const relativePath = posix.join(relative, name);
      if (isFolder) {
        if (depth < depthMax && !skipped.has(name) && !/^[._]/.test(name))
          await walk(relativePath, depth + 1);
        continue;
      }
      if (name !== 'go.mod' && !name.endsWith('.go')) continue;
      const path = join(folder, relativePath);
      const size = (await stat(path)).size;
      if (name === 'go.mod') modules.push({ path, relativePath, bytes: size });
      else if (size > fileBytesMax)
        leftOut.push(`${relativePath}: larger than ${String(fileBytesMax)} bytes`);
      else if (files.length < filesMax && bytes + size <= bytesMax) {
        files.push({ path, relativePath, bytes: size });
        bytes += size;
      } else leftOut.push(`${relativePath}: more files than are read`);
    }
  };
  await walk('', 0);
  return { files, modules, leftOut };
}

async function expectFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new FaultlineError('FL_USAGE', `${folder} is no folder with Go sources`);
}

async function entriesOf(
  folder: string,
  leftOut: string[],
): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
  try {
    const found: { readonly name: string; readonly isFolder: boolean }[] = [];
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory() || entry.isFile())
        found.push({ name: entry.name, isFolder: entry.isDirectory() });
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    leftOut.push(`${folder}: cannot be read`);
    return [];
  }
}
