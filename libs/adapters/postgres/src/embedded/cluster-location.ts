import { createHash } from 'node:crypto';
import { access, chmod, chown, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FaultlineError } from '@faultline/model';
import { ROOT_HOME, type SystemUser } from './system-user.js';

/** Makes the data folder, readable by its owner only. */
export async function makeDataDir(dataDir: string, user: SystemUser | null): Promise<void> {
  try {
    await nearestMustBeWritable(dataDir);
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // The server's user must pass through to its own folder, but sees nothing else.
    if (made !== undefined && user) await chmod(dataDir, 0o711);
    if (!(await stat(dataDir)).isDirectory()) throw new Error('it is not a folder');
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `Cannot use the data folder ${dataDir}: ${said}. Choose another one with FAULTLINE_DATA_DIR.`;
    throw new FaultlineError('FL_DATA_DIR_UNUSABLE', message, { cause });
  }
}

/**
 * Asked before anything is made, of the folder itself or of the nearest one above that exists: a recursive mkdir below a file system such as /proc
 * never comes back in Node 20.
 */
async function nearestMustBeWritable(folder: string): Promise<void> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found === null && at !== dirname(at)) continue;
    await access(at, constants.W_OK | constants.X_OK);
    if (at.startsWith('/proc') || at.startsWith('/sys')) throw new Error('no files can be made there');
    return;
  }
}

/**
 * The folder that holds `postgresql/`, owned by the server's user: the data folder itself, or, when root's data folder lies where no
 * other user can go (such as /root), one of its own below /var/lib/faultline.
 */
export async function clusterHome(dataDir: string, user: SystemUser | null): Promise<string> {
  const reachable = !user || (await passableBy(user, dataDir));
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = reachable ? join(dataDir, 'database') : join(ROOT_HOME, name);
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (user) {
    if (!reachable) await chmod(ROOT_HOME, 0o755);
    await chown(home, user.uid, user.gid);
  }
  return home;
}

async function passableBy(user: SystemUser, folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
