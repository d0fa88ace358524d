import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A fresh folder with a shell script of that name, to stand first in PATH. The caller removes it. */
export async function stubProgram(name: string, script: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stub-program-'));
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return folder;
}
