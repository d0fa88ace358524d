import { openPostgresStorage } from '@faultline/adapter-postgres';
import type { Logger } from '@faultline/platform';
import type { Installation } from './installation.js';
import { openKafkaSide } from './kafka-side.js';
import { openNeo4jSide } from './neo4j-side.js';
import type { InstallationSettings } from './settings.js';

/** A few megabytes in the tables of the embedded database, written by difference within a second. */
const ROWS_POSTGRES = 100_000;
/** What one client writes into Neo4j in about two seconds (bench/neo4j): an answer should not wait longer for its graph. */
const ROWS_NEO4J = 20_000;

/**
 * Connects to every server of the settings, checks that each is one that this version can work with, and joins them to one installation.
 * Throws the first failure (FL_DATABASE_*, FL_KAFKA_*, FL_NEO4J_*) after closing what was open.
 */
export async function openInstallation(
  settings: InstallationSettings,
  logger: Logger,
): Promise<Installation> {
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const part of opened.toReversed()) await part.close();
  };
  try {
    const storage = await openPostgresStorage(settings.databaseUrl);
    opened.push(storage);
    const neo4j = settings.neo4j && (await openNeo4jSide(settings.neo4j));
    if (neo4j) opened.push(neo4j);
    const kafka = settings.kafka && (await openKafkaSide(settings.kafka, logger));
    if (kafka) opened.push(kafka);
    const elsewhere = { ...(neo4j ? { graph: neo4j.graph } : {}), ...(kafka ? { log: kafka.log } : {}) };
    const database = { name: 'database', check: () => storage.events.get('') };
    return {
      ...storage,
      ...elsewhere,
      logTakesPart: !kafka,
      transaction: (work) => storage.transaction((stores) => work({ ...stores, ...elsewhere })),
      records: kafka?.records ?? null,
      kafka: kafka || null,
      deadLetters: () => kafka?.deadLetters() ?? Promise.resolve(0),
      publish: async (incidents, before) => {
        await neo4j?.saveIncidents(incidents);
        await kafka?.publish(incidents, before);
      },
      graphRowsMin: neo4j ? ROWS_NEO4J : ROWS_POSTGRES,
      checks: [database, ...(neo4j?.checks ?? []), ...(kafka?.checks ?? [])],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
