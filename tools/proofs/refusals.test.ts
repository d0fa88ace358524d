import { describe, expect, it } from 'vitest';
import { type Role, spawnProcess } from './server-process.js';

const database = 'postgres://faultline:hunter2@127.0.0.1:1/x';

async function refusal(role: Role, env: Readonly<Record<string, string>>) {
  const child = spawnProcess(role, env);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((done) => child.once('close', done));
  return { code, said };
}

describe('a process that cannot start says what is wrong and what to do, and ends', () => {
  it.each<readonly [string, Role, Readonly<Record<string, string>>, RegExp]>([
    [
      'with all problems of the configuration at once',
      'correlator',
      { PORT: 'x', KAFKA_BROKERS: 'nowhere', NEO4J_URL: 'bolt://h:1' },
      /FL_CONFIG_INVALID.*PORT: .*KAFKA_BROKERS: .*DATABASE_URL: .*NEO4J_PASSWORD: /,
    ],
    ['without brokers', 'ingestor', {}, /FL_CONFIG_INVALID.*KAFKA_BROKERS: is missing/],
    [
      'when no broker answers',
      'ingestor',
      { KAFKA_BROKERS: '127.0.0.1:1,127.0.0.1:2' },
      /FL_KAFKA_UNAVAILABLE.*127\.0\.0\.1:1, 127\.0\.0\.1:2/,
    ],
    [
      'when the database is away',
      'correlator',
      { DATABASE_URL: database },
      /FL_DATABASE_UNAVAILABLE.*DATABASE_URL/,
    ],
    ['when the database is away, also the API', 'api', { DATABASE_URL: database }, /FL_DATABASE_UNAVAILABLE/],
    ['without a database, the API apart', 'api', {}, /FL_CONFIG_INVALID.*DATABASE_URL: is missing/],
    [
      'when the certificate file is none',
      'ingestor',
      { KAFKA_BROKERS: '127.0.0.1:1', KAFKA_TLS: 'true', KAFKA_TLS_CA_FILE: '/etc/hostname' },
      /FL_CONFIG_INVALID.*KAFKA_TLS_CA_FILE: \/etc\/hostname/,
    ],
  ])('%s', async (_, role, env, message) => {
    const { code, said } = await refusal(role, env);
    expect(code).toBe(said.includes('FL_CONFIG_INVALID') ? 2 : 1);
    expect(said).toMatch(message);
    expect(said).not.toContain('hunter2');
  });
});
