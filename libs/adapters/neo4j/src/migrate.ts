import { migrations, type Neo4jMigration } from '@faultline/migrations-neo4j';
import { FaultlineError } from '@faultline/model';
import { int } from 'neo4j-driver';
import { schemaCypher } from './cypher/schema.cypher.js';
import type { Neo4jSession } from './neo4j-session.js';

/** New indexes of an empty database are there at once; those of a large one are built from its rows. */
const INDEXES_WAIT_S = 300;

/** Refuses a database that a newer program made, and takes the steps that are missing. Two processes may do it at once: every step can be repeated. */
export async function migrate(session: Neo4jSession): Promise<void> {
  // Processes that start together wait for each other's locks on the schema, in circles too: a managed transaction is then repeated.
  await session.write((runner) => runner.run(schemaCypher.makeMigrations));
  const applied = await session.read((runner) =>
    runner.run<{ number: number; name: string }>(schemaCypher.migrations),
  );
  refuseNewerSchema(applied);
  const done = new Set(applied.map(({ number }) => number));
  for (const migration of migrations) if (!done.has(migration.number)) await take(session, migration);
}

function refuseNewerSchema(applied: readonly { readonly number: number; readonly name: string }[]): void {
  const known = new Set(migrations.map(({ number, name }) => `${number} ${name}`));
  const foreign = applied.map(({ number, name }) => `${number} ${name}`).filter((step) => !known.has(step));
  if (foreign.length === 0) return;
  throw new FaultlineError(
    'FL_NEO4J_NEWER_SCHEMA',
    `The graph database was made by a newer version of Faultline (it knows ${foreign.join(', ')}). Use that version, or another database.`,
  );
}

async function take(session: Neo4jSession, { number, name, statements }: Neo4jMigration): Promise<void> {
  // One transaction for all of them: Neo4j writes its schema once instead of fifty times.
  await session.write(async (runner) => {
    for (const text of statements) await runner.run({ text, plan: [] });
  });
  await session.write((runner) => runner.run(schemaCypher.awaitIndexes, { seconds: int(INDEXES_WAIT_S) }));
  await session.write((runner) => runner.run(schemaCypher.addMigration, { number: int(number), name }));
}
