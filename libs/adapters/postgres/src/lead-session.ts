import { FaultlineError } from '@faultline/model';
import type { DataSource, QueryRunner } from 'typeorm';

// Without a FIN (a node is lost, a firewall forgets) PostgreSQL would keep a lock for the two hours after which TCP asks by default. So it asks
// after 5 s of silence and gives up after 3 more questions, or when what it sent is not acknowledged for 20 s.
const keepAlive = `
SELECT set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false), set_config('tcp_user_timeout', '20000', false)`;

/** One connection that is kept, for what lasts as long as a connection. */
export interface LeadSession {
  /** Throws FL_DATABASE_UNAVAILABLE when the server has not answered within the time; the session is then of no more use. */
  ask(sql: string, parameters?: readonly unknown[]): Promise<unknown>;
  /** Gives the connection back. One that failed is ended, so that nothing is left of it when the server can be reached again. */
  release(): Promise<void>;
}

/** Takes a connection of the pool on which the server notices within 20 s that this process is gone. */
export async function openLeadSession(dataSource: DataSource, timeoutMs: number): Promise<LeadSession> {
  const runner = dataSource.createQueryRunner();
  let failed = false;
  const session: LeadSession = {
    ask: (sql, parameters = []) =>
      within(timeoutMs, runner.query(sql, [...parameters])).catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    release: async () => {
      if (failed) await endConnection(runner);
      await runner.release();
    },
  };
  await session.ask(keepAlive).catch((error: unknown) => session.release().then(() => Promise.reject(error)));
  return session;
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unanswered(timeoutMs)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function unanswered(timeoutMs: number): FaultlineError {
  return new FaultlineError(
    'FL_DATABASE_UNAVAILABLE',
    `PostgreSQL has not answered within ${timeoutMs} ms. Check the server and the network to it; the work is tried again.`,
  );
}

/** Not awaited: a server that is away does not confirm the end. Ending a connection with an open question destroys its socket. */
async function endConnection(runner: QueryRunner): Promise<void> {
  const client: unknown = await runner.connect().catch(() => null);
  if (isClient(client)) client.end(() => undefined);
}

/** The part of a connection of `pg`, which has no types, that is needed here. */
interface Client {
  end(done: () => void): void;
}

function isClient(value: unknown): value is Client {
  return typeof value === 'object' && value !== null && 'end' in value && typeof value.end === 'function';
}
