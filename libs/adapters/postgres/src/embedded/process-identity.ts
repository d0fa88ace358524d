import { readFileSync } from 'node:fs';

/** A process id alone is used again after a while; together with the start time it names one process. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks since boot (`/proc/PID/stat`, field 22); null where there is no `/proc`. */
  readonly startedAt: string | null;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: startOf(pid) };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  if (!signalReaches(pid)) return false;
  const now = startOf(pid);
  return startedAt === null || now === null || now === startedAt;
}

function signalReaches(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // EPERM: it lives but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function fieldsOf(pid: number): readonly string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the name in brackets and may hold spaces: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function startOf(pid: number): string | null {
  return fieldsOf(pid)?.[19] ?? null;
}

function isZombie(pid: number): boolean {
  return fieldsOf(pid)?.[0] === 'Z';
}
