import { setTimeout as sleep } from 'node:timers/promises';
import { startApi } from '@faultline/api';
import { untilShutdown } from '@faultline/platform';
import { loadDemo } from './serve-demo.js';
import { demoSummary } from './serve-summary.js';

/** The server answers at once, but a new user should find the incident there; a slow machine need not wait for it. */
const DEMO_WAIT_MS = 30_000;

export interface ServeOptions {
  /** Overrules PORT; 0 takes any free one. */
  readonly port?: number;
  /** Overrules FAULTLINE_DATA_DIR. */
  readonly dataDir?: string;
  /** Load the bundled incident, once. */
  readonly demo: boolean;
}

/**
 * Everything in one process, until a signal. stdout gets one line, when the server answers (with the bundled incident: when it can be
 * seen, or after half a minute); all else goes to stderr. Throws a FaultlineError when it cannot start.
 */
export async function serve({ port, dataDir, demo }: ServeOptions): Promise<number> {
  const starting = startApi({ env: process.env, role: 'all-in-one', port, dataDir });
  let closing = false;
  // From the start, so that Ctrl-C during a long first start does not leave the database behind.
  const stopped = untilShutdown({
    onStart: () => {
      closing = true;
      process.stderr.write('Stopping; a second Ctrl-C does not wait.\n');
    },
    onError: (error) => process.stderr.write(`${String(error)}\n`),
    close: async () => (await starting).close(),
  });
  const api = await starting;
  try {
    const loaded = demo ? loadDemo(api, (text) => process.stderr.write(`${text}\n`)) : Promise.resolve();
    await Promise.race([loaded, sleep(DEMO_WAIT_MS, undefined, { ref: false })]);
    process.stdout.write(`Faultline ready at ${api.address}\n`);
    await loaded;
    if (demo)
      process.stderr.write(demoSummary(api.pipeline.analysis.latest()?.analysis ?? null, api.address));
  } catch (error) {
    // While it stops, whatever was under way fails; that is no news.
    if (!closing) {
      await api.close();
      throw error;
    }
  }
  const code = await Promise.race([stopped, api.ended.then(() => stopped)]).catch(async (error: unknown) => {
    await api.close();
    throw error;
  });
  // Given up: something still holds the process.
  if (code !== 0) process.exit(code);
  return code;
}
