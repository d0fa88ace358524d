import { setTimeout as sleep } from 'node:timers/promises';
import { FaultlineError } from '@faultline/model';
import neo4j, { type Config, type Driver } from 'neo4j-driver';
import { schemaCypher } from './cypher/schema.cypher.js';
import { migrate } from './migrate.js';
import { mayPass, neo4jFailure, unavailable } from './neo4j-failure.js';
import { Neo4jSession } from './neo4j-session.js';
import type { Neo4jSettings } from './neo4j-settings.js';
import { type ServerVersion, serverVersion } from './server-version.js';

/** A server that is being started together with us is there by then. */
const START_TIMEOUT_MS = 15_000;
const RETRY_MS = 500;
const MAJOR_OLDEST = 5;

const bounds = {
  connectionTimeout: 4_000,
  connectionAcquisitionTimeout: 10_000,
  // How long a transaction is repeated while the server is away, a restart takes ten seconds.
  maxTransactionRetryTime: 15_000,
  // The API's reads, one save, and some to spare.
  maxConnectionPoolSize: 16,
  // Microseconds of this era and counts are below 2^53: exact as numbers (integers.servers.test.ts).
  disableLosslessIntegers: true,
  userAgent: 'faultline',
} as const satisfies Config;
type Filter = Pick<Config, 'notificationFilter'>;

/**
 * Connects, checks and brings the schema up to date. Within about 15 s: the server answers (else FL_NEO4J_UNAVAILABLE), takes the log-in
 * (FL_NEO4J_DENIED), is new enough (FL_NEO4J_TOO_OLD), has the database (FL_NEO4J_DATABASE_MISSING), and a newer program has not changed it
 * (FL_NEO4J_NEWER_SCHEMA). The very first start then makes some fifty indexes. Close the session when done.
 */
export async function connectNeo4j(
  settings: Neo4jSettings,
  options: { readonly timeoutMs?: number } = {},
): Promise<Neo4jSession> {
  const version = await probe(settings, performance.now() + (options.timeoutMs ?? START_TIMEOUT_MS));
  if (version.major < MAJOR_OLDEST)
    throw new FaultlineError(
      'FL_NEO4J_TOO_OLD',
      `Neo4j at ${settings.url} is version ${version.text}. Use Neo4j ${MAJOR_OLDEST} or newer.`,
    );
  const session = new Neo4jSession(driverOf(settings, quiet(version)), settings);
  try {
    await migrate(session);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Asks until the server answers, in the database itself: a log-in alone would not tell that it is missing. */
async function probe(settings: Neo4jSettings, deadlineMs: number): Promise<ServerVersion> {
  const driver = driverOf(settings, {});
  try {
    for (;;) {
      try {
        return await withDeadline(settings, deadlineMs, ask(driver, settings));
      } catch (error) {
        if (!mayPass(error)) throw neo4jFailure(error, settings);
        if (performance.now() + RETRY_MS >= deadlineMs) throw neo4jFailure(error, settings);
      }
      await sleep(RETRY_MS);
    }
  } finally {
    await driver.close();
  }
}

async function ask(driver: Driver, { database }: Neo4jSettings): Promise<ServerVersion> {
  const session = driver.session({ database });
  try {
    const { summary } = await session.run(schemaCypher.ping.text);
    return serverVersion(summary.server.agent ?? '');
  } finally {
    await session.close().catch(() => undefined);
  }
}

/** Something that takes the connection and then says nothing must not hold the start up. */
async function withDeadline<T>(settings: Neo4jSettings, deadlineMs: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const leftMs = Math.max(1, deadlineMs - performance.now());
  const late = sleep(leftMs, null, { signal: timer.signal }).then(() => {
    throw unavailable(settings, 'it takes connections but does not answer');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    work.catch(() => undefined);
    timer.abort();
  }
}

/** Its notices are advice for people who write queries, sent with every answer. */
function quiet({ takesFilters }: ServerVersion): Filter {
  return takesFilters ? { notificationFilter: { minimumSeverityLevel: 'OFF' } } : {};
}

function driverOf(settings: Neo4jSettings, more: Filter): Driver {
  const { url, user, password } = settings;
  try {
    return neo4j.driver(url, neo4j.auth.basic(user, password), { ...bounds, ...more });
  } catch (cause) {
    throw unavailable(settings, 'the address cannot be used', cause);
  }
}
