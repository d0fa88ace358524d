import { readdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { startKafka, type KafkaServer } from './start-kafka.js';
import { isServed } from './testing/is-served.js';
import { kafkaClient, readAll, writeAll } from './testing/kafka-messages.js';

describe('a Kafka of its own', () => {
  let temporary: string;
  let kafka: KafkaServer;
  beforeAll(async () => {
    temporary = await mkdtemp(path.join(tmpdir(), 'kafka-test-'));
    vi.stubEnv('TMPDIR', temporary);
    kafka = await startKafka({ partitions: 3 });
    vi.unstubAllEnvs();
    return async () => {
      await kafka.stop();
      await rm(temporary, { recursive: true });
    };
  });

  test('makes no topic by itself, and one with the default number of partitions when asked', async () => {
    const admin = kafkaClient(kafka).admin();
    await admin.connect();
    await expect(admin.fetchTopicMetadata({ topics: ['nobody-made-this'] })).rejects.toThrow(/does not host/);
    await admin.createTopics({ topics: [{ topic: 'three' }], waitForLeaders: true });
    const { topics } = await admin.fetchTopicMetadata({ topics: ['three'] });
    await admin.disconnect();
    expect(topics[0]?.partitions).toHaveLength(3);
  });

  test('keeps what it confirmed through SIGKILL, and comes back at the same address as another process', async () => {
    const { brokers, pid } = kafka;
    await writeAll(kafkaClient(kafka), 'kept', ['before']);
    await kafka.kill();
    expect(await isServed(brokers[0])).toBe(false);
    await kafka.restart();
    expect(kafka.brokers).toEqual(brokers);
    expect(kafka.pid).not.toBe(pid);
    await writeAll(kafkaClient(kafka), 'kept', ['after']);
    expect(await readAll(kafkaClient(kafka), 'kept', 2)).toEqual(['before', 'after']);
  });

  test('stop leaves no process and no folder, and may be called again', async () => {
    const { pid, brokers } = kafka;
    expect(await readdir(temporary)).toHaveLength(1);
    await kafka.stop();
    await kafka.stop();
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    expect(await isServed(brokers[0])).toBe(false);
    expect(await readdir(temporary)).toEqual([]);
  });
});

test('two that start at once do not disturb each other', async () => {
  const both = await Promise.all([startKafka(), startKafka()]);
  try {
    for (const kafka of both) await writeAll(kafkaClient(kafka), 'mine', [kafka.brokers[0] ?? '']);
    for (const kafka of both) expect(await readAll(kafkaClient(kafka), 'mine', 1)).toEqual(kafka.brokers);
  } finally {
    await Promise.all(both.map((kafka) => kafka.stop()));
  }
});

test('a Kafka that cannot start says why, and leaves no folder', async () => {
  const temporary = await mkdtemp(path.join(tmpdir(), 'kafka-test-'));
  vi.stubEnv('TMPDIR', temporary);
  await expect(startKafka({ partitions: 0 })).rejects.toThrow(
    /Kafka ended while it started[^]*num\.partitions/,
  );
  vi.unstubAllEnvs();
  expect(await readdir(temporary)).toEqual([]);
  await rm(temporary, { recursive: true });
});
