import type { Storage, Stores } from '@faultline/pipeline';
import { openDataSource } from './data-source.js';
import { PostgresCaseStore } from './postgres-case-store.js';
import { PostgresEventLog } from './postgres-event-log.js';
import { PostgresGraphStore } from './postgres-graph-store.js';
import { PostgresRawStore } from './postgres-raw-store.js';
import { PostgresRejectedStore } from './postgres-rejected-store.js';
import { type PostgresSession, sessionOnPool } from './postgres-session.js';

/**
 * Storage in a PostgreSQL database (15 or newer), in its schema `faultline`. Brings the schema up to date first.
 * Throws FL_DATABASE_UNAVAILABLE or FL_DATABASE_NEWER_SCHEMA.
 */
export async function openPostgresStorage(url: string): Promise<Storage> {
  const dataSource = await openDataSource(url);
  const session = sessionOnPool(dataSource);
  return {
    ...storesOn(session),
    transaction: (work) => session.transaction((inside) => work(storesOn(inside))),
    close: () => dataSource.destroy(),
  };
}

function storesOn(session: PostgresSession): Stores {
  return {
    events: new PostgresEventLog(session),
    raw: new PostgresRawStore(session),
    cases: new PostgresCaseStore(session),
    rejected: new PostgresRejectedStore(session),
    graph: new PostgresGraphStore(session),
  };
}
