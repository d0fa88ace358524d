import { type Driver, type ManagedTransaction, type RecordShape, routing, type Session } from 'neo4j-driver';
import type { CypherStatement } from './cypher/statement.js';
import { neo4jFailure } from './neo4j-failure.js';
import type { Neo4jSettings } from './neo4j-settings.js';

/** A question takes milliseconds; one that takes this long is ended by the server. */
const READ_TIMEOUT_MS = 30_000;

type Parameters = Readonly<Record<string, unknown>>;

/** What may be done inside a transaction. */
export interface CypherRunner {
  run<Row extends RecordShape>(statement: CypherStatement, parameters?: Parameters): Promise<readonly Row[]>;
  /** Row by row, without holding all of them. */
  each<Row extends RecordShape>(statement: CypherStatement, parameters: Parameters): AsyncIterable<Row>;
}

/**
 * Transactions on one database. The work may run more than once: after a lost connection, a deadlock or a change of leader the driver repeats
 * it, for a quarter of a minute. Throws FL_NEO4J_UNAVAILABLE after that, FL_NEO4J_DENIED, FL_NEO4J_DATABASE_MISSING.
 */
export class Neo4jSession {
  constructor(
    private readonly driver: Driver,
    private readonly settings: Neo4jSettings,
  ) {}

  read<T>(work: (runner: CypherRunner) => Promise<T>): Promise<T> {
    return this.with((session) =>
      session.executeRead((transaction) => work(runnerOn(transaction)), { timeout: READ_TIMEOUT_MS }),
    );
  }

  write<T>(work: (runner: CypherRunner) => Promise<T>): Promise<T> {
    return this.with((session) => session.executeWrite((transaction) => work(runnerOn(transaction))));
  }

  /** A statement that makes its own transaction, as changes of the schema do. */
  async run(statement: CypherStatement, parameters: Parameters = {}): Promise<void> {
    await this.with((session) => session.run(statement.text, parameters));
  }

  /** Wait for saves first: work that is under way when its connections go does not end. */
  close(): Promise<void> {
    return this.driver.close();
  }

  private async with<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const { database } = this.settings;
    const session = this.driver.session({ database, defaultAccessMode: routing.WRITE });
    try {
      return await work(session);
    } catch (error) {
      throw neo4jFailure(error, this.settings);
    } finally {
      // A session on a lost connection has nothing left to close.
      await session.close().catch(() => undefined);
    }
  }
}

function runnerOn(transaction: ManagedTransaction): CypherRunner {
  return {
    async run<Row extends RecordShape>(statement: CypherStatement, parameters: Parameters = {}) {
      const { records } = await transaction.run<Row>(statement.text, parameters);
      return records.map((record) => record.toObject());
    },
    async *each<Row extends RecordShape>(statement: CypherStatement, parameters: Parameters) {
      for await (const record of transaction.run<Row>(statement.text, parameters)) yield record.toObject();
    },
  };
}
