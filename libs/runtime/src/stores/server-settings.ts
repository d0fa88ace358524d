import { readFileSync } from 'node:fs';
import type { KafkaSettings } from '@faultline/adapter-kafka';
import type { Neo4jSettings } from '@faultline/adapter-neo4j';
import { FaultlineError } from '@faultline/model';
import type { kafkaConfig, neo4jConfig } from '@faultline/platform';
import type { z } from 'zod';
import type { InstallationSettings } from './settings.js';

type KafkaVariables = z.infer<z.ZodObject<typeof kafkaConfig>>;
type Neo4jVariables = z.infer<z.ZodObject<typeof neo4jConfig>>;

/** Certificates of a company's authorities are a few kilobytes. */
const CA_BYTES_MAX = 1 << 20;

/** What the environment says about the servers beside the database. A server that is not named is not used. */
export function serverSettings(
  config: KafkaVariables & Neo4jVariables,
  clientId: string,
): Omit<InstallationSettings, 'databaseUrl'> {
  return { kafka: kafkaSettings(config, clientId), neo4j: neo4jSettings(config) };
}

export function kafkaSettings(config: KafkaVariables, clientId: string): KafkaSettings | null {
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: topicPrefix } = config;
  if (brokers === undefined) return null;
  return { brokers, clientId, topicPrefix, ssl: sslOf(config), sasl: saslOf(config) };
}

function sslOf({ KAFKA_TLS: tls, KAFKA_TLS_CA_FILE: file }: KafkaVariables): KafkaSettings['ssl'] {
  if (!tls) return false;
  return file === undefined ? {} : { ca: certificates(file) };
}

function saslOf(config: KafkaVariables): KafkaSettings['sasl'] {
  const {
    KAFKA_SASL_MECHANISM: mechanism,
    KAFKA_SASL_USERNAME: username,
    KAFKA_SASL_PASSWORD: password,
  } = config;
  return mechanism !== undefined && username !== undefined && password !== undefined
    ? { mechanism, username, password }
    : null;
}

function neo4jSettings(config: Neo4jVariables): Neo4jSettings | null {
  const { NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = config;
  return url !== undefined && password !== undefined ? { url, user, password, database } : null;
}

function certificates(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length <= CA_BYTES_MAX && text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch (cause) {
    throw unusable(file, cause);
  }
  throw unusable(file, undefined);
}

function unusable(file: string, cause: unknown): FaultlineError {
  return new FaultlineError(
    'FL_CONFIG_INVALID',
    `KAFKA_TLS_CA_FILE: ${file} cannot be read as certificates in PEM form. Name a file that begins with -----BEGIN CERTIFICATE-----.`,
    { cause },
  );
}
