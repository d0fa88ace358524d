import process from 'node:process';
import { givenServer } from './given-servers.js';
import { serversAvailable } from './servers-available.js';

/** Where the tests of this workspace are: what they test is the start, so a server that is given does not help them. */
const startSuites = 'tools/servers/**';

export interface ServerSuites {
  /** What does not run and why, in words for people. */
  readonly notRun: string | undefined;
  /** Patterns of `*.servers.test.ts` files that are left out. */
  readonly exclude: readonly string[];
}

/**
 * Which suites that need real servers run here. CI runs them all, and fails where it cannot. With KAFKA_BROKERS or NEO4J_URL they run too: a
 * server that is given and fails is red.
 */
export function serverSuites(): ServerSuites {
  if (process.env['CI'] === 'true') return { notRun: undefined, exclude: [] };
  const { missing } = serversAvailable();
  if (missing.length === 0) return { notRun: undefined, exclude: [] };
  const given = givenServer('kafka') !== undefined || givenServer('neo4j') !== undefined;
  const why = `(this machine lacks ${missing.join(' and ')})`;
  return given
    ? { notRun: `only against the given server ${why}`, exclude: [startSuites] }
    : { notRun: `not run ${why}`, exclude: ['**/*.servers.test.ts'] };
}
