import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { ServerKind } from './server-kind.js';

const open = new Set<string>();
let swept = false;

/** A fresh folder that only this user can read. It goes with `removeDataFolder`, and at the latest when this process ends by itself. */
export async function makeDataFolder(kind: ServerKind): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `faultline-${kind}-`));
  open.add(folder);
  if (!swept) process.once('exit', sweep);
  swept = true;
  return folder;
}

export async function removeDataFolder(folder: string): Promise<void> {
  // A killed server's last writes may still be on their way into the folder.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  open.delete(folder);
}

function sweep(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}
