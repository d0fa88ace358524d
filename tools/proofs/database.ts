import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '@faultline/adapter-postgres';

export interface ProofDatabase {
  readonly url: string;
  stop(): Promise<void>;
  /** SIGKILL to the server: everything that was not on disk is gone. */
  kill(): Promise<void>;
  /** Again on the same data and port. */
  restart(): Promise<void>;
}

/** A PostgreSQL that can be killed and started again under the same address. */
export async function startDatabase(): Promise<ProofDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'faultline-proof-'));
  await chmod(folder, 0o711);
  let server = await startEmbeddedServer(folder);
  const { url } = server;
  const port = Number(new URL(url).port);
  return {
    url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.stop();
    },
    restart: async () => {
      server = await startEmbeddedServer(folder, { port });
    },
  };
}
