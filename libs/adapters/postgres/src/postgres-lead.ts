import type { Lead, LeadOffice } from '@faultline/pipeline';
import type { DataSource } from 'typeorm';
import { type LeadSession, openLeadSession } from './lead-session.js';

/** Number of the advisory lock that the leading correlator holds. */
const LEAD_LOCK = 7041003;
/** Locks are answered from memory, so a server that needs longer is away. Shorter than the 20 s after which it gives the lead to another. */
const ANSWER_TIMEOUT_MS = 5_000;

/**
 * A lead is a session advisory lock on a connection of its own: PostgreSQL takes it back in the moment the connection ends, so the successor
 * of a killed process need not wait for a lease to run out. Where the end of the connection cannot be seen (a lost node or network) it takes
 * 20 s. Throws FL_DATABASE_UNAVAILABLE when the server does not answer in time, or the error of the connection.
 */
export function postgresLeadOffice(dataSource: DataSource, timeoutMs = ANSWER_TIMEOUT_MS): LeadOffice {
  return {
    tryLead: async () => {
      const session = await openLeadSession(dataSource, timeoutMs);
      try {
        const said = await session.ask('SELECT pg_try_advisory_lock($1)::integer AS locked', [LEAD_LOCK]);
        if (isLocked(said)) return leadOn(session);
      } catch (error) {
        await session.release();
        throw error;
      }
      await session.release();
      return null;
    },
  };
}

function isLocked(rows: unknown): boolean {
  return Array.isArray(rows) && rows.some((row: { locked?: unknown }) => row.locked === 1);
}

function leadOn(session: LeadSession): Lead {
  return {
    // The session keeps its connection: when that is lost the question fails, and so is the lock.
    held: () =>
      session.ask('SELECT 1').then(
        () => true,
        () => false,
      ),
    release: async () => {
      await session.ask('SELECT pg_advisory_unlock($1)', [LEAD_LOCK]).catch(() => undefined);
      await session.release();
    },
  };
}
