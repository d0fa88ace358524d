import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file to read, or something met that cannot be read and why. */
export interface FoundSource {
  readonly path: string;
  readonly bytes: number;
  readonly problem: string | null;
}

/**
 * All files under the paths, folders sorted by name, each file once. Links are followed; a link back to a folder above is reported, not
 * followed. Inside folders only regular files are opened, since opening a pipe or a device may block for ever; a path given by name may be one.
 */
export async function walkSources(paths: readonly string[]): Promise<readonly FoundSource[]> {
  const found: FoundSource[] = [];
  const seen = new Set<string>();
  for (const path of paths) await walk(path, [], found, seen);
  return found;
}

/** Deeper folders are a mistake or an attack on path length. */
const foldersDeepMax = 100;

async function walk(
  path: string,
  above: readonly string[],
  found: FoundSource[],
  seen: Set<string>,
): Promise<void> {
  const absolute = resolve(path);
  if (seen.has(absolute)) return;
  seen.add(absolute);
  const cannot = (problem: string) => void found.push({ path, bytes: 0, problem });
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      const real = await realpath(path);
      if (above.includes(real)) return cannot('it is a link to a folder that contains it');
      if (above.length >= foldersDeepMax) return cannot(`it is deeper than ${foldersDeepMax} folders`);
      const names = (await readdir(path)).sort();
      for (const name of names) await walk(join(path, name), [...above, real], found, seen);
      return;
    }
    if (!info.isFile() && above.length > 0) return cannot('it is no regular file');
    found.push({ path, bytes: info.isFile() ? info.size : 0, problem: null });
  } catch (error) {
    cannot(problemOf(error));
  }
}

/** What the operating system said, in words. */
export function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    ELOOP: 'its links lead in a circle',
    EISDIR: 'it is a folder',
    EIO: 'the disk reports an error',
  };
  return words[code] ?? `the system says ${code === '' ? 'nothing' : code}`;
}
