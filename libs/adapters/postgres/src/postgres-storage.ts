import type { LeadOffice, Storage, Stores } from '@faultline/pipeline';
import { openDataSource } from './data-source.js';
import { PostgresCaseStore } from './postgres-case-store.js';
import { PostgresEventLog } from './postgres-event-log.js';
import { PostgresGraphStore } from './postgres-graph-store.js';
import { postgresLeadOffice } from './postgres-lead.js';
import { PostgresRawStore } from './postgres-raw-store.js';
import { PostgresRejectedStore } from './postgres-rejected-store.js';
import { type PostgresSession, sessionOnPool } from './postgres-session.js';

export interface PostgresStorage extends Storage {
  readonly leads: LeadOffice;
}

/**
 * Storage in a PostgreSQL database (15 or newer), in its schema `faultline`. Brings the schema up to date first.
 * Throws FL_DATABASE_UNAVAILABLE, FL_DATABASE_TOO_OLD or FL_DATABASE_NEWER_SCHEMA.
 */
export async function openPostgresStorage(url: string): Promise<PostgresStorage> {
  const dataSource = await openDataSource(url);
  const session = sessionOnPool(dataSource);
  return {
    ...storesOn(session),
    logTakesPart: true,
    leads: postgresLeadOffice(dataSource),
    transaction: (work) => session.transaction((inside) => work(storesOn(inside))),
    close: () => dataSource.destroy(),
  };
}

function storesOn(session: PostgresSession): Stores {
  const events = new PostgresEventLog(session);
  return {
    log: events,
    events,
    raw: new PostgresRawStore(session),
    cases: new PostgresCaseStore(session),
    rejected: new PostgresRejectedStore(session),
    graph: new PostgresGraphStore(session),
  };
}
