import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { javaSources, pomFile, type ServerKind } from './server-kind.js';

/** Where servers are kept between runs: outside the tree, so that a fresh checkout finds them. */
export function cacheRoot(): string {
  const own = process.env['FAULTLINE_CACHE_DIR'];
  if (own !== undefined && own !== '') return path.resolve(own);
  const users = process.env['XDG_CACHE_HOME'];
  return path.join(users !== undefined && users !== '' ? users : path.join(homedir(), '.cache'), 'faultline');
}

/** The folder of a server in this very version: its name changes with the pom and with the program that starts it. */
export async function cacheFolder(kind: ServerKind): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [pomFile(kind), ...javaSources(kind)]) hash.update(await readFile(file)).update('\0');
  return path.join(cacheRoot(), `${kind}-${hash.digest('hex').slice(0, 16)}`);
}
