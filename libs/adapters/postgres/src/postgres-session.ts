import type { DataSource, EntityManager } from 'typeorm';

/** Where a store's queries run: straight on the pool, or inside one transaction. */
export interface PostgresSession {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Joins the transaction that is open, or opens one. */
  transaction<T>(work: (session: PostgresSession) => Promise<T>): Promise<T>;
  /** Every read inside sees the same state of the database. */
  snapshot<T>(work: (session: PostgresSession) => Promise<T>): Promise<T>;
}

export function sessionOnPool(dataSource: DataSource): PostgresSession {
  return {
    query: (sql, parameters = []) => dataSource.query(sql, [...parameters]),
    transaction: (work) => dataSource.transaction((manager) => work(sessionOnManager(manager))),
    snapshot: (work) =>
      dataSource.transaction('REPEATABLE READ', (manager) => work(sessionOnManager(manager))),
  };
}

function sessionOnManager(manager: EntityManager): PostgresSession {
  const session: PostgresSession = {
    query: (sql, parameters = []) => manager.query(sql, [...parameters]),
    transaction: (work) => work(session),
    snapshot: (work) => work(session),
  };
  return session;
}
