import { makeTopics } from '@faultline/runtime';
import { startKafka, startNeo4j, type KafkaServer, type Neo4jServer } from '@faultline/test-servers';
import { type ProofDatabase, startDatabase } from './database.js';
import { type Role, type ServerProcess, startProcess } from './server-process.js';

/** Three real servers and whatever processes are started on them. */
export interface ProofInstallation {
  readonly kafka: KafkaServer;
  readonly neo4j: Neo4jServer;
  readonly database: ProofDatabase;
  readonly env: Readonly<Record<string, string>>;
  start(role: Role): Promise<ServerProcess>;
  /** Everything, whatever is left. */
  stop(): Promise<void>;
}

export async function startInstallation(partitions: number): Promise<ProofInstallation> {
  const kafka = await startKafka();
  const neo4j = await startNeo4j();
  const database = await startDatabase();
  const env = {
    DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
    NEO4J_URL: neo4j.url,
    NEO4J_USER: neo4j.user,
    NEO4J_PASSWORD: neo4j.password,
    FAULTLINE_LOG_LEVEL: 'warn',
  };
  await makeTopics(env, { partitions, replicationFactor: 1 });
  const processes = new Set<ServerProcess>();
  return {
    kafka,
    neo4j,
    database,
    env,
    start: async (role) => {
      const started = await startProcess(role, env);
      processes.add(started);
      return started;
    },
    stop: async () => {
      for (const one of processes) await one.kill();
      await Promise.all([kafka.stop(), neo4j.stop(), database.stop()]);
    },
  };
}
