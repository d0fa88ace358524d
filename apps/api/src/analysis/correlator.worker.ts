import { parentPort, workerData } from 'node:worker_threads';
import { openPostgresStorage } from '@faultline/adapter-postgres';
import { Correlator } from './correlator.js';
import { nowUs } from '../now-us.js';
import type { WorkerAnswer, WorkerInput } from './worker-correlator.js';

// The thread has its own connections: neither events nor the answer ever pass through the thread that serves requests.
const { databaseUrl } = workerData as WorkerInput;
const storage = openPostgresStorage(databaseUrl);
const correlator = storage.then((opened) => new Correlator(opened, nowUs));

parentPort?.on('message', () => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows; a thread has no origin
  void refresh().then((answer) => parentPort?.postMessage(answer));
});

async function refresh(): Promise<WorkerAnswer> {
  try {
    await (await correlator).refresh();
    return { ok: true };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
