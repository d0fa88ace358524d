import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  remove(): Promise<void>;
}

/** A file system in memory that is full after `size` (as in `160m`). Null where neither root nor user namespaces can make one. */
export async function smallDisk(size: string): Promise<SmallDisk | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'faultline-full-'));
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${size},mode=711`, 'tmpfs', folder];
  const disk = mountedByRoot(mount, folder) ?? (await mountedInNamespace(mount, folder));
  if (disk === null) rmSync(folder, { recursive: true });
  return disk;
}

function mountedByRoot([command = '', ...rest]: readonly string[], folder: string): SmallDisk | null {
  if (process.getuid?.() !== 0 || spawnSync(command, rest).status !== 0) return null;
  return {
    folder,
    remove: async () => {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

/**
 * Whoever may make a user namespace may mount in it. A process holds the namespace until its input ends, so also when this one is killed;
 * through its `/proc/PID/root` (proc(5)) its owner sees what is mounted there.
 */
async function mountedInNamespace(mount: readonly string[], folder: string): Promise<SmallDisk | null> {
  const hold = ['sh', '-c', '"$@" && echo mounted && exec cat', 'sh', ...mount];
  const holder = spawn('unshare', ['--user', '--mount', '--map-current-user', '--keep-caps', ...hold], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = Promise.race([once(holder, 'exit'), once(holder, 'error')]).catch(() => undefined);
  const said = await Promise.race([once(holder.stdout, 'data'), ended.then(() => [])]);
  if (String(said?.[0] ?? '').trim() !== 'mounted') return null;
  // By another name, since Faultline takes no folder below /proc.
  const link = `${folder}-link`;
  symlinkSync(path.join('/proc', String(holder.pid), 'root', folder), link);
  return {
    folder: link,
    remove: async () => {
      rmSync(link);
      holder.stdin.end();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
