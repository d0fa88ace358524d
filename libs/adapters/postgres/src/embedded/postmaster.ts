import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultlineError } from '@faultline/model';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.js';

/** A running PostgreSQL server as its `postmaster.pid` describes it. */
export interface Postmaster {
  readonly process: ProcessIdentity;
  readonly port: number;
  readonly ready: boolean;
}

const POLL_MS = 20;
const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5_000;

/** The server that runs on the cluster; null when none does, whatever a stale `postmaster.pid` says. */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  const process = identityOf(Number(lines[0]));
  if (!isAlive(process) || !isPostgres(process.pid, cluster)) return null;
  return { process, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** After a restart of the machine the id in a stale file may belong to anything: never signal what is not our server. */
function isPostgres(pid: number, cluster: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return /postgres(\.exe)?$/.test(command[0] ?? '') && command.includes(cluster);
  } catch {
    // No /proc (macOS, Windows): the pid file and a living process must do.
    return process.platform !== 'linux';
  }
}

/** Fast shutdown: open transactions are rolled back and everything is written. If that hangs, at once: the next start recovers. */
export async function stopPostmaster({ process: server }: Postmaster): Promise<void> {
  process.kill(server.pid, 'SIGINT');
  if (await gone(server, FAST_STOP_MS)) return;
  process.kill(server.pid, 'SIGQUIT');
  if (await gone(server, IMMEDIATE_STOP_MS)) return;
  throw new FaultlineError(
    'FL_DATABASE_UNAVAILABLE',
    `The embedded PostgreSQL (process ${server.pid}) does not stop.`,
  );
}

async function gone(server: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += POLL_MS) {
    if (!isAlive(server)) return true;
    await sleep(POLL_MS);
  }
  return !isAlive(server);
}
