import { parentPort, workerData } from 'node:worker_threads';
import { FaultlineError } from '@faultline/model';
import { createLogger } from '@faultline/platform';
import { nowUs } from '../now-us.js';
import { openInstallation } from '../stores/open-installation.js';
import { Correlator } from './correlator.js';
import type { ThreadAnswer, ThreadInput, ThreadQuestion } from './correlator-on-thread.js';

// The thread has its own connections: neither events nor the answer ever pass through the thread that serves requests.
const { settings, liveEventsMax, logLevel } = workerData as ThreadInput;
const stores = openInstallation(settings, createLogger(logLevel));
const correlator = stores.then((opened) => new Correlator(opened, { nowUs, liveEventsMax }));
// Told with the first answer.
correlator.catch(() => undefined);

parentPort?.on('message', (question: ThreadQuestion) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows; a thread has no origin
  void answer(question).then((said) => parentPort?.postMessage(said));
});

async function answer(question: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    if (question === 'refresh') return { ok: true, refreshed: await (await correlator).refresh() };
    await (await correlator).close();
    await (await stores).close();
    return { ok: true, refreshed: null };
  } catch (error) {
    // A thread that could not connect is of no more use: it ends after it has said so, and the next refresh starts another.
    stores.catch(() => setImmediate(() => process.exit(1)));
    const code = error instanceof FaultlineError ? error.code : null;
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}
