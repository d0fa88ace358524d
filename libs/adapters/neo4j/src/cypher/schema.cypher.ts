import { cypher } from './statement.js';

/** Of the start. Statements that change the schema are in `migrations/neo4j`. */
export const schemaCypher = {
  ping: cypher(`RETURN 1 AS one`),
  makeMigrations: cypher(
    `CREATE CONSTRAINT schema_migration_number IF NOT EXISTS FOR (n:SchemaMigration) REQUIRE (n.number) IS UNIQUE`,
  ),
  // (:SchemaMigration)
  migrations: cypher(
    `MATCH (step:SchemaMigration)
USING INDEX step:SchemaMigration(number)
WHERE step.number IS NOT NULL
RETURN step.number AS number, step.name AS name
ORDER BY number`,
    'NodeIndexScan',
  ),
  addMigration: cypher(
    `MERGE (step:SchemaMigration {number: $number})
ON CREATE SET step.name = $name, step.appliedAtMs = timestamp()`,
    'NodeUniqueIndexSeek(Locking)',
  ),
  awaitIndexes: cypher(`CALL db.awaitIndexes($seconds)`),
};
