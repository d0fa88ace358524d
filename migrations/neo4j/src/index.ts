import { createGraph } from './0001-create-graph.js';
import type { Neo4jMigration } from './migration.js';

export type { Neo4jMigration } from './migration.js';

/** Every migration, oldest first. Listed by hand: a file that is only found by a pattern is a file that a build can lose. */
export const migrations: readonly Neo4jMigration[] = [createGraph];
