import { migrations } from '@faultline/migrations-postgres';
import { FaultlineError } from '@faultline/model';
import { DataSource } from 'typeorm';
import { tables } from './schema/tables.js';
import { refuseOldServer } from './server-version.js';

/** Connections of one process: the API's reads, one ingest and one analysis at a time, and some to spare. */
const POOL_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 10_000;
/** Silence after which the other end is asked whether it is still there. */
const KEEP_ALIVE_MS = 5_000;
/** Number of the advisory lock under which one process at a time migrates. */
const MIGRATION_LOCK = 7041000;

export function postgresDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: 'faultline',
    entities: [...tables],
    migrations,
    migrationsTableName: 'migration',
    // One failed migration undoes the whole step up.
    migrationsTransactionMode: 'all',
    synchronize: false,
    applicationName: 'faultline',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    // Where a connection is lost without an end, a question that waits for its answer would wait for two hours.
    extra: { max: POOL_CONNECTIONS, keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS },
    // A connection that the server drops (restart, failover) is replaced by the pool; the next query tells whether it is back.
    poolErrorHandler: () => undefined,
  });
}

/** Connects, refuses a server that is too old and a database that a newer program made, and brings an older one up to date. */
export async function openDataSource(url: string): Promise<DataSource> {
  const dataSource = postgresDataSource(url);
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw unavailable(url, cause);
  }
  try {
    await refuseOld(dataSource);
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error instanceof FaultlineError ? error : unavailable(url, error);
  }
}

async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runner.query('CREATE SCHEMA IF NOT EXISTS faultline');
    await refuseNewerSchema(dataSource);
    await dataSource.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}

async function refuseOld(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ num: number }[]>(
    `SELECT current_setting('server_version_num')::integer AS num`,
  );
  refuseOldServer(row?.num ?? 0);
}

async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const [found] = await dataSource.query<{ there: boolean }[]>(
    `SELECT to_regclass('faultline.migration') IS NOT NULL AS there`,
  );
  if (!found?.there) return;
  const applied = await dataSource.query<{ name: string }[]>(
    'SELECT name FROM faultline.migration ORDER BY timestamp',
  );
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  const foreign = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (foreign.length === 0) return;
  throw new FaultlineError(
    'FL_DATABASE_NEWER_SCHEMA',
    `The database was made by a newer version of Faultline (it knows ${foreign.join(', ')}). Use that version, or another database.`,
  );
}

/** PostgreSQL's own message, without the password that a connection string carries. */
function unavailable(url: string, cause: unknown): FaultlineError {
  const { where, secret } = withoutPassword(url);
  const messages =
    cause instanceof AggregateError ? cause.errors.map(messageOf).join('; ') : messageOf(cause);
  const said = secret ? messages.replaceAll(secret, '***') : messages;
  const advice = 'Check DATABASE_URL (host, port, user, password, database) and that the server is running.';
  return new FaultlineError(
    'FL_DATABASE_UNAVAILABLE',
    `Cannot use the database at ${where}: ${said}. ${advice}`,
    { cause },
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function withoutPassword(url: string): { where: string; secret: string } {
  try {
    const parsed = new URL(url);
    const secret = decodeURIComponent(parsed.password);
    return { where: `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`, secret };
  } catch {
    return { where: 'the given address (not a URL)', secret: url };
  }
}
