import type { ChildProcess } from 'node:child_process';
import { removeDataFolder } from './data-folder.js';
import { end, startJava, type JavaCommand } from './java-process.js';

/** A server that a test started. It ends with the test process, even when that is killed. */
export interface RunningServer {
  /** Of the process that serves now: `restart` changes it. */
  readonly pid: number;
  /** Ends the process at once and removes its data. May be called again. */
  stop(): Promise<void>;
  /** SIGKILL to this very process, as a crash: the data stays as it is. */
  kill(): Promise<void>;
  /** Starts again on the same data and ports, after an orderly end if the server still runs. Throws with the end of the log if it does not start. */
  restart(): Promise<void>;
}

/** Starts a server on a data folder that it then owns, and removes the folder when that fails. `address` is what clients need to know. */
export async function runServer<Address extends object>(
  address: Address,
  dataFolder: string,
  command: JavaCommand,
): Promise<Address & RunningServer> {
  let child = await firstStart(dataFolder, command);
  return {
    ...address,
    get pid() {
      return child.pid ?? -1;
    },
    async stop() {
      await end(child, 'SIGKILL');
      await removeDataFolder(dataFolder);
    },
    kill: () => end(child, 'SIGKILL'),
    async restart() {
      await end(child, 'SIGTERM');
      // The secret was for an empty data folder.
      child = await startJava({ ...command, secret: '' });
    },
  };
}

async function firstStart(dataFolder: string, command: JavaCommand): Promise<ChildProcess> {
  try {
    return await startJava(command);
  } catch (error) {
    await removeDataFolder(dataFolder);
    throw error;
  }
}
