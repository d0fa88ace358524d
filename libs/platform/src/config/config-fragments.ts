import { z } from 'zod';
import { logLevels } from '../create-logger.js';
import { brokerList } from './broker-list.js';
import { serverUrl } from './server-url.js';
import { wholeNumber } from './whole-number.js';

// Spread into the schema of an app: `z.object({ ...kafkaConfig, ...neo4jConfig })`. What must hold between the variables is in
// `config-rules.ts` and checked by `loadConfig`. `.env.example` lists every name.

const NAME_LENGTH_MAX = 255;

const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const name = (pattern: RegExp, message: string) =>
  z.string().max(NAME_LENGTH_MAX, message).regex(pattern, message);
const text = z.string().max(NAME_LENGTH_MAX, `must have at most ${NAME_LENGTH_MAX} characters`);

/** Where a process listens. Each process has a port of its own by default, so that all of them run on one machine. */
export const listenConfig = (defaultPort: number) => ({
  PORT: wholeNumber(0, 65_535).default(defaultPort),
  FAULTLINE_HOST: text.default('127.0.0.1'),
});

export const loggingConfig = {
  FAULTLINE_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('warn'),
};

export const postgresConfig = {
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
};

export const kafkaSaslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
export const kafkaConfig = {
  KAFKA_BROKERS: brokerList.optional(),
  KAFKA_TLS: flag.default(false),
  /** Path of the certificates to trust, PEM; those of Node when absent. */
  KAFKA_TLS_CA_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z
    .enum(kafkaSaslMechanisms, `must be one of ${kafkaSaslMechanisms.join(', ')}`)
    .optional(),
  KAFKA_SASL_USERNAME: text.optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  /** Read by a rule only. */
  KAFKA_ALLOW_PLAINTEXT_SASL: flag.default(false),
  // Topics have at most 249 characters; 64 leave room for what follows the prefix.
  KAFKA_TOPIC_PREFIX: name(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, and begin with a letter or digit',
  ).default('faultline'),
};

export const neo4jConfig = {
  NEO4J_URL: serverUrl(
    ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'],
    'must be like bolt://host:7687 (bolt or neo4j, with +s or +ssc for TLS), without user and password',
  ).optional(),
  NEO4J_USER: text.default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  // Neo4j's own rule for names of databases.
  NEO4J_DATABASE: name(
    /^[A-Za-z][A-Za-z0-9.-]{2,62}$/,
    'must be 3 to 63 letters, digits, dots and hyphens, and begin with a letter',
  ).default('neo4j'),
};

export const tracingConfig = {
  OTEL_EXPORTER_OTLP_ENDPOINT: serverUrl(
    ['http', 'https'],
    'must be like http://host:4318, without user and password (OTEL_EXPORTER_OTLP_HEADERS takes a token)',
  ).optional(),
  OTEL_SERVICE_NAME: name(/^[\x21-\x7e]+$/, 'must be 1 to 255 characters of ASCII without blanks').optional(),
};
