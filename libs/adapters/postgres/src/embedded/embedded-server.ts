import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultlineError } from '@faultline/model';
import { clusterHome, makeDataDir } from './cluster-location.js';
import { lockDataDir } from './data-dir-lock.js';
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster.js';
import { findServerBinaries, type ServerBinaries } from './server-binaries.js';
import { serverUser, type SystemUser } from './system-user.js';

export interface EmbeddedServer {
  /** Connection string with the password: never print it. */
  readonly url: string;
  /** Of the server's first process. */
  readonly pid: number;
  /** Stops the server and releases the data folder. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Listen here; a free port when absent. */
  readonly port?: number;
}

interface Place {
  readonly home: string;
  readonly cluster: string;
  readonly user: SystemUser | null;
  readonly binaries: ServerBinaries;
}

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
const settings = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path would have to be shorter than 108 bytes, a data folder need not be.
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Text bodies are read once per start; the compiler would cost more than it gives.
  jit: 'off',
};

/**
 * Starts PostgreSQL on the data folder, listening on 127.0.0.1 with a random password that is kept there. The first start makes the cluster.
 * A server that a killed program left behind is taken over. Throws FL_DATA_DIR_IN_USE, FL_DATA_DIR_UNUSABLE or FL_DATABASE_UNAVAILABLE.
 */
export async function startEmbeddedServer(
  dataDir: string,
  options: EmbeddedServerOptions = {},
): Promise<EmbeddedServer> {
  const folder = resolve(dataDir);
  const user = await serverUser();
  await makeDataDir(folder, user);
  const unlock = lockDataDir(folder);
  try {
    const binaries = await findServerBinaries(user);
    const home = await clusterHome(folder, user);
    const place = { home, cluster: join(home, 'cluster'), user, binaries };
    await initialise(place);
    const postmaster = await takeOverOrStart(place, options.port);
    const password = await passwordOf(place);
    const onExit = () => signal(postmaster);
    process.once('exit', onExit);
    return {
      url: `postgres://faultline:${password}@127.0.0.1:${postmaster.port}/postgres`,
      pid: postmaster.process.pid,
      stop: async () => {
        process.off('exit', onExit);
        await stopPostmaster(postmaster);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The last thing a process can do when it ends without a clean stop: ask the server to stop as well. */
function signal({ process: server }: Postmaster): void {
  try {
    process.kill(server.pid, 'SIGINT');
  } catch {
    // Already gone.
  }
}

/** initdb works in a folder aside and the result is renamed: one that is killed half way leaves nothing that looks like a cluster. */
async function initialise({ home, cluster, user, binaries }: Place): Promise<void> {
  if (await stat(join(cluster, 'PG_VERSION')).catch(() => null)) return;
  const aside = join(home, 'cluster.new');
  const passwordFile = join(home, 'password');
  await rm(aside, { recursive: true, force: true });
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const how = [
    '--username=faultline',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
  ];
  const { code, said } = await run(
    binaries.initdb,
    [`--pgdata=${aside}`, ...how, '--no-instructions', '--no-sync'],
    user,
  );
  if (code !== 0)
    throw new FaultlineError(
      'FL_DATA_DIR_UNUSABLE',
      `The embedded PostgreSQL could not be set up in ${home}: ${said}`,
    );
  await rename(aside, cluster);
}

function run(
  file: string,
  parameters: readonly string[],
  user: SystemUser | null,
): Promise<{ code: number | null; said: string }> {
  return new Promise((done, fail) => {
    const child = spawn(file, parameters, { ...identity(user), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2_000)));
    child.on('error', fail);
    child.on('close', (code) => done({ code, said: said.trim() }));
  });
}

function identity(user: SystemUser | null) {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return user ? { uid: user.uid, gid: user.gid, cwd: '/', env } : { env };
}

async function takeOverOrStart(place: Place, port: number | undefined): Promise<Postmaster> {
  const left = await runningPostmaster(place.cluster);
  if (left?.ready) return left;
  if (left) await stopPostmaster(left);
  return start(place, port ?? (await freePort()));
}

async function start(place: Place, port: number): Promise<Postmaster> {
  const logFile = join(place.home, 'postgres.log');
  const log = await open(logFile, 'w', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A session of its own: Ctrl-C in the terminal goes to the program, which stops the server when it has finished writing.
  const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd];
  const child = spawn(place.binaries.postgres, ['-D', place.cluster, '-p', String(port), ...flags], {
    ...identity(place.user),
    detached: true,
    stdio,
  });
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, name) => done(`it ended with ${code ?? name}`));
  });
  child.unref();
  await log.close();
  const ready = await Promise.race([whenReady(place.cluster), ended]);
  if (typeof ready !== 'string') return ready;
  const said = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join(' ');
  throw new FaultlineError(
    'FL_DATABASE_UNAVAILABLE',
    `The embedded PostgreSQL did not start: ${ready}. ${said} (${logFile})`,
  );
}

async function whenReady(cluster: string): Promise<Postmaster | string> {
  for (let waitedMs = 0; waitedMs < READY_TIMEOUT_MS; waitedMs += POLL_MS) {
    const postmaster = await runningPostmaster(cluster);
    if (postmaster?.ready) return postmaster;
    await sleep(POLL_MS);
  }
  return `it was not ready within ${READY_TIMEOUT_MS / 1_000} s`;
}

async function passwordOf({ home }: Place): Promise<string> {
  return (await readFile(join(home, 'password'), 'utf8')).trim();
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
