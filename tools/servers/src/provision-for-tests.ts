import process from 'node:process';
import { lastLines } from './last-lines.js';
import { provision } from './provision.js';
import { givenServer } from './given-servers.js';
import type { ServerKind } from './server-kind.js';

const kinds: readonly ServerKind[] = ['kafka', 'neo4j'];

/**
 * What vitest does once before the first suite that needs servers, so that no test's time covers a download. A failure is said here and left to
 * the suites: they try again and fail themselves, each with the reason, and the others run.
 */
export async function setup(): Promise<void> {
  for (const kind of kinds.filter((kind) => givenServer(kind) === undefined)) {
    await provision(kind).catch((error: unknown) => {
      process.stderr.write(`${kind}: not there for tests: ${lastLines(String(error))}\n`);
    });
  }
}
