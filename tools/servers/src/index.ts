export { startKafka, type KafkaOptions, type KafkaServer } from './start-kafka.js';
export { startNeo4j, type Neo4jServer } from './start-neo4j.js';
export type { RunningServer } from './running-server.js';
