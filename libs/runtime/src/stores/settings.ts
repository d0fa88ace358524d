import type { KafkaSettings } from '@faultline/adapter-kafka';
import type { Neo4jSettings } from '@faultline/adapter-neo4j';

/** Which servers an installation runs on. Plain values, so that a thread can be given them. */
export interface InstallationSettings {
  readonly databaseUrl: string;
  /** The event log and raw topics; null: the log is a table of the database. */
  readonly kafka: KafkaSettings | null;
  /** The graph; null: tables of the database. */
  readonly neo4j: Neo4jSettings | null;
}
