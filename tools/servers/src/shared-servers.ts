import process from 'node:process';
import { givenServer } from './given-servers.js';
import { startKafka, type KafkaAddress } from './start-kafka.js';
import { startNeo4j, type Neo4jAddress } from './start-neo4j.js';

/** Ends what was started for the caller; a server that was given is left alone. */
interface Stoppable {
  stop(): Promise<void>;
}

const leaveAlone = (): Promise<void> => Promise.resolve();

/**
 * The Kafka of KAFKA_BROKERS (`host:port,host:port`), or one started for the caller. A given one may hold topics of others: use names of your
 * own and remove them.
 */
export async function sharedKafka(): Promise<KafkaAddress & Stoppable> {
  const given = givenServer('kafka');
  if (given === undefined) return startKafka();
  return { brokers: given.split(',').map((broker) => broker.trim()), stop: leaveAlone };
}

/**
 * The Neo4j of NEO4J_URL, with NEO4J_USER and NEO4J_PASSWORD, or one started for the caller. A given one may hold nodes of others: remove only
 * your own.
 */
export async function sharedNeo4j(): Promise<Neo4jAddress & Stoppable> {
  const url = givenServer('neo4j');
  if (url === undefined) return startNeo4j();
  const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  return { url, user, password, stop: leaveAlone };
}
