import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  kafkaConfig,
  listenConfig,
  loggingConfig,
  neo4jConfig,
  postgresConfig,
  tracingConfig,
} from './config-fragments.js';
import { loadConfig } from './load-config.js';

const schema = z.object({
  ...listenConfig(8081),
  ...loggingConfig,
  ...postgresConfig,
  ...kafkaConfig,
  ...neo4jConfig,
  ...tracingConfig,
});
const load = (env: Record<string, string>) => () => loadConfig(schema, env);

it('needs nothing: every variable has a default or is optional', () => {
  expect(load({})()).toEqual({
    PORT: 8081,
    FAULTLINE_HOST: '127.0.0.1',
    FAULTLINE_LOG_LEVEL: 'warn',
    KAFKA_TLS: false,
    KAFKA_ALLOW_PLAINTEXT_SASL: false,
    KAFKA_TOPIC_PREFIX: 'faultline',
    NEO4J_USER: 'neo4j',
    NEO4J_DATABASE: 'neo4j',
  });
});

describe('KAFKA_BROKERS', () => {
  it('is a list of addresses, each once', () => {
    const { KAFKA_BROKERS } = load({ KAFKA_BROKERS: 'a.example:9092, b_1:1,[::1]:65535,b_1:1' })();
    expect(KAFKA_BROKERS).toEqual(['a.example:9092', 'b_1:1', '[::1]:65535']);
  });

  it.each([
    'a',
    'a:',
    ':9092',
    'a:0',
    'a:65536',
    'a:9092,',
    ',',
    'kafka://a:9092',
    'user:password@a:9092',
    'a b:9092',
    'a:9092;b:9092',
    `${'a'.repeat(254)}:9092`,
    Array.from({ length: 65 }, (_, at) => `b${at}:9092`).join(),
    'a:1,'.repeat(100_000),
  ])('refuses %.40s', (brokers) => {
    expect(load({ KAFKA_BROKERS: brokers })).toThrow(/KAFKA_BROKERS: must be 1 to 64 addresses/);
  });
});

describe('values that are refused', () => {
  it.each([
    ['KAFKA_TLS', 'yes'],
    ['KAFKA_SASL_MECHANISM', 'PLAIN'],
    ['KAFKA_TOPIC_PREFIX', '../x'],
    ['KAFKA_TOPIC_PREFIX', 'a b'],
    ['KAFKA_TOPIC_PREFIX', 'a'.repeat(65)],
    ['NEO4J_URL', 'http://neo4j:7474'],
    ['NEO4J_URL', 'bolt://neo4j:hunter2@host:7687'],
    ['NEO4J_URL', 'bolt://'],
    ['NEO4J_URL', 'bolt+ssl://host:7687'],
    ['NEO4J_DATABASE', 'a;DROP'],
    ['DATABASE_URL', 'mysql://host'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://user:hunter2@host'],
    ['OTEL_SERVICE_NAME', 'a b'],
    ['FAULTLINE_LOG_LEVEL', 'loud'],
    ['PORT', '-1'],
  ])('%s=%s', (name, value) => {
    expect(load({ [name]: value, NEO4J_PASSWORD: 'x' })).toThrow(new RegExp(`${name}: must`));
    expect(load({ [name]: value, NEO4J_PASSWORD: 'x' })).not.toThrow(/hunter2/);
  });
});

describe('addresses of servers', () => {
  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    '%s:// leads to Neo4j',
    (scheme) => {
      const url = `${scheme}://graph.example:7687`;
      expect(load({ NEO4J_URL: `${url}/`, NEO4J_PASSWORD: 'x' })().NEO4J_URL).toBe(url);
    },
  );
});

describe('rules between variables', () => {
  const login = { KAFKA_SASL_USERNAME: 'faultline', KAFKA_SASL_PASSWORD: 'hunter2' };
  const plain = { ...login, KAFKA_SASL_MECHANISM: 'plain', KAFKA_BROKERS: 'kafka.example:9092' };
  const readable = /KAFKA_SASL_MECHANISM: plain without KAFKA_TLS=true/;

  it('asks for mechanism, user and password of Kafka together', () => {
    expect(load({ KAFKA_BROKERS: 'a:1', ...login })).toThrow(/KAFKA_SASL_MECHANISM: is missing/);
    const mechanism = { KAFKA_BROKERS: 'a:1', KAFKA_SASL_MECHANISM: 'scram-sha-512' };
    expect(load(mechanism)).toThrow(/KAFKA_SASL_USERNAME: is missing.*KAFKA_SASL_PASSWORD: is missing/);
    expect(load({ ...mechanism, ...login })).not.toThrow();
  });

  it('sends no readable password over a network unless told to', () => {
    expect(load(plain)).toThrow(readable);
    expect(load(plain)).not.toThrow(/hunter2/);
    for (const brokers of ['localhost:1,other:2', 'localhost.example:1', '127.0.0.1.example:1'])
      expect(load({ ...plain, KAFKA_BROKERS: brokers })).toThrow(readable);
    expect(load({ ...plain, KAFKA_TLS: 'true' })).not.toThrow();
    expect(load({ ...plain, KAFKA_ALLOW_PLAINTEXT_SASL: 'true' })).not.toThrow();
    expect(load({ ...plain, KAFKA_BROKERS: 'localhost:1, 127.0.0.1:2,[::1]:3' })).not.toThrow();
    expect(load({ ...plain, KAFKA_SASL_MECHANISM: 'scram-sha-256' })).not.toThrow();
  });

  it('asks for the password of Neo4j, for brokers to log in at, and for TLS where certificates are named', () => {
    expect(load({ NEO4J_URL: 'bolt://a:7687' })).toThrow(/NEO4J_PASSWORD: is missing/);
    expect(load({ ...login, KAFKA_SASL_MECHANISM: 'plain' })).toThrow(/KAFKA_BROKERS: is missing/);
    expect(load({ KAFKA_TLS_CA_FILE: '/ca.pem' })).toThrow(/KAFKA_TLS_CA_FILE: is of no use/);
  });

  it('speak in the same breath as wrong values', () => {
    expect(load({ PORT: 'x', NEO4J_URL: 'bolt://a:7687' })).toThrow(/PORT: .*NEO4J_PASSWORD: is missing/);
  });

  it('leave apps alone that do not have the variables', () => {
    expect(() =>
      loadConfig(z.object(postgresConfig), { ...login, NEO4J_URL: 'bolt://a:7687' }),
    ).not.toThrow();
  });
});
