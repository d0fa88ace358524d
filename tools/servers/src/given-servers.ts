import process from 'node:process';
import type { ServerKind } from './server-kind.js';

const variables = { kafka: 'KAFKA_BROKERS', neo4j: 'NEO4J_URL' } as const satisfies Record<
  ServerKind,
  string
>;

/** The address of a running server that whoever runs the tests gives them, or undefined. */
export function givenServer(kind: ServerKind): string | undefined {
  const value = process.env[variables[kind]]?.trim();
  return value === '' ? undefined : value;
}
