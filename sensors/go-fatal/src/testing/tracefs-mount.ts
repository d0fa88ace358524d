import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TracefsMount {
  readonly folder: string;
  remove(): void;
}

/** The machine's tracefs in a folder of our own, whether it is mounted elsewhere or not. Needs root. */
export function mountTracefs(): TracefsMount {
  const folder = mkdtempSync(join(tmpdir(), 'tracefs-'));
  execFileSync('mount', ['-t', 'tracefs', 'nodev', folder]);
  return {
    folder,
    remove() {
      execFileSync('umount', [folder]);
      rmdirSync(folder);
    },
  };
}
