import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FaultlineError } from '@faultline/model';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root: then it runs as this user. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Where root keeps what the server's user must reach when the working folder is root's own. */
export const ROOT_HOME = '/var/lib/faultline';
const NAME = 'postgres';

/** Null unless this process is root. Makes the user where it is missing. */
export async function serverUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const there = await lookUp();
  if (there) return there;
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      NAME,
    ]).catch(() =>
      // Alpine and BusyBox.
      run('adduser', ['-S', '-D', '-H', NAME]),
    );
  } catch (cause) {
    const message = `PostgreSQL cannot run as root and the user ${NAME} could not be made. Run Faultline as another user, or set DATABASE_URL.`;
    throw new FaultlineError('FL_DATABASE_UNAVAILABLE', message, { cause });
  }
  const made = await lookUp();
  if (made) return made;
  throw new FaultlineError(
    'FL_DATABASE_UNAVAILABLE',
    `The user ${NAME} was made but cannot be found. Set DATABASE_URL instead.`,
  );
}

async function lookUp(): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', NAME]), run('id', ['-g', NAME])]);
    return { name: NAME, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
