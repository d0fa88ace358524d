import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbeddedServer } from '../embedded/embedded-server.js';

export interface TemporaryServer extends EmbeddedServer {
  readonly dataDir: string;
}

/** A real PostgreSQL on a temporary folder; `stop` removes both. */
export async function temporaryServer(): Promise<TemporaryServer> {
  const dataDir = await temporaryFolder();
  const server = await startEmbeddedServer(dataDir);
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...server, dataDir, stop };
}

/** The server's own user must be able to pass through when the tests run as root. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-test-'));
  await chmod(folder, 0o711);
  return folder;
}
