import type { Lead, LeadOffice } from '@faultline/pipeline';
import type { DataSource, QueryRunner } from 'typeorm';

/** Number of the advisory lock that the leading correlator holds. */
const LEAD_LOCK = 7041003;

/**
 * A lead is a session advisory lock on a connection of its own: PostgreSQL takes it back in the moment the connection ends, so the successor
 * of a killed process need not wait for a lease to run out.
 */
export function postgresLeadOffice(dataSource: DataSource): LeadOffice {
  return {
    tryLead: async () => {
      const runner = dataSource.createQueryRunner();
      try {
        const said: unknown = await runner.query('SELECT pg_try_advisory_lock($1)::integer AS locked', [LEAD_LOCK]);
        if (isLocked(said)) return leadOn(runner);
      } catch (error) {
        await runner.release();
        throw error;
      }
      await runner.release();
      return null;
    },
  };
}

function isLocked(rows: unknown): boolean {
  return Array.isArray(rows) && rows.some((row: { locked?: unknown }) => row.locked === 1);
}

function leadOn(runner: QueryRunner): Lead {
  return {
    // The runner keeps its connection: when that is lost the query fails, and so is the lock.
    held: () =>
      runner.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    release: async () => {
      await runner.query('SELECT pg_advisory_unlock($1)', [LEAD_LOCK]).catch(() => undefined);
      await runner.release();
    },
  };
}
