export { serversAvailable } from './servers-available.js';
export type { RunningServer } from './running-server.js';
export { sharedKafka, sharedNeo4j } from './shared-servers.js';
export { startKafka, type KafkaOptions, type KafkaServer } from './start-kafka.js';
export { startNeo4j, type Neo4jOptions, type Neo4jServer } from './start-neo4j.js';
