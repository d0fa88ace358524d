import { afterEach, expect, test, vi } from 'vitest';
import { sharedKafka, sharedNeo4j } from './shared-servers.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('gives the Kafka of KAFKA_BROKERS and starts none', async () => {
  vi.stubEnv('KAFKA_BROKERS', ' one.invalid:9092, two.invalid:9093 ');
  const kafka = await sharedKafka();
  expect(kafka.brokers).toEqual(['one.invalid:9092', 'two.invalid:9093']);
  expect(kafka).not.toHaveProperty('pid');
  await kafka.stop();
});

test('gives the Neo4j of NEO4J_URL with its log-in and starts none', async () => {
  vi.stubEnv('NEO4J_URL', 'bolt://graph.invalid:7687');
  vi.stubEnv('NEO4J_USER', undefined);
  vi.stubEnv('NEO4J_PASSWORD', 'given');
  const server = await sharedNeo4j();
  expect(server).toMatchObject({ url: 'bolt://graph.invalid:7687', user: 'neo4j', password: 'given' });
  expect(server).not.toHaveProperty('pid');
  await server.stop();
});
