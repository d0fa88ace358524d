// Every query of the Neo4j schema. Generated: npm run generate

// ping
RETURN 1 AS one;

// makeMigrations
CREATE CONSTRAINT schema_migration_number IF NOT EXISTS FOR (n:SchemaMigration) REQUIRE (n.number) IS UNIQUE;

// migrations
// Plan: NodeIndexScan
MATCH (step:SchemaMigration)
USING INDEX step:SchemaMigration(number)
WHERE step.number IS NOT NULL
RETURN step.number AS number, step.name AS name
ORDER BY number;

// addMigration
// Plan: NodeUniqueIndexSeek(Locking)
MERGE (step:SchemaMigration {number: $number})
ON CREATE SET step.name = $name, step.appliedAtMs = timestamp();

// awaitIndexes
CALL db.awaitIndexes($seconds);
