import { linkSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultlineError } from '@faultline/model';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.js';

const TAKE_OVERS_MAX = 5;

/**
 * One program per data folder. The lock is a file that names its owner and appears in one step with its content (a hard link), so nobody
 * reads a half-written one. The lock of a program that is gone (kill -9, power cut) is taken over. Returns what releases it.
 */
export function lockDataDir(dataDir: string): () => void {
  const lock = join(dataDir, 'faultline.lock');
  const own = JSON.stringify(identityOf(process.pid));
  const folder = mkdtempSync(join(dataDir, '.lock-'));
  const mine = join(folder, 'own');
  try {
    writeFileSync(mine, own, { mode: 0o600 });
    for (let attempt = 0; attempt < TAKE_OVERS_MAX; attempt++) {
      if (linked(mine, lock)) return () => release(lock, own);
      const held = read(lock);
      if (held === null) continue;
      const owner = ownerOf(held);
      if (owner && isAlive(owner)) throw inUse(dataDir, owner);
      takeAway(lock, held, join(folder, 'stale'));
    }
    throw inUse(dataDir, null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the stale lock aside. If somebody else took it over a moment ago, theirs is put back and stays. */
function takeAway(lock: string, stale: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) linked(aside, lock);
  rmSync(aside, { force: true });
}

function release(lock: string, own: string): void {
  if (read(lock) === own) rmSync(lock, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function ownerOf(text: string): ProcessIdentity | null {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof pid === 'number' ? { pid, startedAt: startedAt ?? null } : null;
  } catch {
    return null;
  }
}

function inUse(dataDir: string, owner: ProcessIdentity | null): FaultlineError {
  const who = owner ? `the process ${owner.pid}` : 'another process';
  const advice = 'Stop it first, or choose another folder with FAULTLINE_DATA_DIR.';
  return new FaultlineError(
    'FL_DATA_DIR_IN_USE',
    `The data folder ${dataDir} is in use by ${who}. ${advice}`,
  );
}
