import { readFile } from 'node:fs/promises';
import type { Kafka } from 'kafkajs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startKafka, type KafkaServer } from './start-kafka.js';
import { kafkaClient, readAll, writeAll } from './testing/kafka-messages.js';

const once = { retry: { retries: 0 } };

/** The smallest question that only a client that was let in gets an answer to. */
async function topicsSeenBy(client: Kafka): Promise<readonly string[]> {
  const admin = client.admin();
  try {
    await admin.connect();
    return await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}

describe('a Kafka with TLS and SCRAM-SHA-512', () => {
  const login = { username: 'faultline', password: 'right-password' };
  let kafka: KafkaServer;
  let ca: string;
  beforeAll(async () => {
    kafka = await startKafka({ tls: true, sasl: { mechanism: 'SCRAM-SHA-512', ...login } });
    ca = await readFile(kafka.caFile ?? '', 'utf8');
    return () => kafka.stop();
  });

  test('serves a client that trusts its certificate and knows the password', async () => {
    const client = kafkaClient(kafka, { ssl: { ca }, sasl: { mechanism: 'scram-sha-512', ...login } });
    await writeAll(client, 'secured', ['one']);
    expect(await readAll(client, 'secured', 1)).toEqual(['one']);
  });

  test('refuses a wrong password', async () => {
    const sasl = { mechanism: 'scram-sha-512', username: login.username, password: 'wrong' } as const;
    await expect(topicsSeenBy(kafkaClient(kafka, { ssl: { ca }, sasl, ...once }))).rejects.toThrow(
      /authentication/i,
    );
  });

  test('is not trusted by a client without its certificate', async () => {
    const sasl = { mechanism: 'scram-sha-512', ...login } as const;
    await expect(topicsSeenBy(kafkaClient(kafka, { ssl: true, sasl, ...once }))).rejects.toThrow(
      /self.signed/,
    );
  });
});

describe('a Kafka with PLAIN', () => {
  const login = { username: 'faultline', password: 'right-password' };
  let kafka: KafkaServer;
  beforeAll(async () => {
    kafka = await startKafka({ sasl: { mechanism: 'PLAIN', ...login } });
    return () => kafka.stop();
  });

  test('serves the right password, refuses a wrong one, and nobody without', async () => {
    const sasl = (password: string) => ({ mechanism: 'plain', username: 'faultline', password }) as const;
    expect(await topicsSeenBy(kafkaClient(kafka, { sasl: sasl('right-password') }))).toEqual([]);
    await expect(topicsSeenBy(kafkaClient(kafka, { sasl: sasl('wrong'), ...once }))).rejects.toThrow(
      /authentication/i,
    );
    await expect(topicsSeenBy(kafkaClient(kafka, once))).rejects.toThrow(/connection|closed/i);
  });
});

test('a password that would break out of the configuration is refused, and not repeated', async () => {
  const sasl = { mechanism: 'PLAIN', username: 'a', password: 'x"; user_eve="y' } as const;
  await expect(startKafka({ sasl })).rejects.toThrow(/letters, digits/);
  await expect(startKafka({ sasl })).rejects.not.toThrow(/user_eve/);
});
