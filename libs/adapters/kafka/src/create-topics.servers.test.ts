import { sampleIncident } from '@faultline/pipeline/testing';
import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { ConfigResourceTypes } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectKafka } from './connect-kafka.js';
import { consumerLag } from './consumer-lag.js';
import { createTopics } from './create-topics.js';
import { KafkaFindings } from './kafka-findings.js';
import { readTopic } from './testing/read-topic.js';
import { openTestKafka, testSettings } from './testing/test-kafka.js';
import { allTopics } from './topics.js';

const plan = { partitions: 3, replicationFactor: 1 };
const day = 24 * 60 * 60 * 1_000;

describe('topics of an installation', () => {
  let server: KafkaServer;
  beforeAll(async () => {
    server = await startKafka();
  });
  afterAll(() => server.stop());

  it('are created once, and say when they differ from the plan', async () => {
    const settings = testSettings(server);
    const connection = await connectKafka(settings);
    const first = await createTopics(connection, plan);
    expect(first.map(({ topic }) => topic)).toEqual(allTopics(settings.topicPrefix));
    expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['created']));
    expect(first.every(({ partitionsInstead }) => partitionsInstead === null)).toBe(true);
    const second = await createTopics(connection, { ...plan, partitions: 2 });
    expect(new Set(second.map(({ state }) => state))).toEqual(new Set(['already there']));
    const differing = second.filter(({ partitionsInstead }) => partitionsInstead === 3);
    expect(differing).toHaveLength(12);
    await connection.requireTopics(allTopics(settings.topicPrefix));
    await connection.close();
  });

  it('keep what is there when they are created together by two', async () => {
    const settings = testSettings(server);
    const [a, b] = [await connectKafka(settings), await connectKafka(settings)];
    const outcomes = await Promise.all([createTopics(a, plan), createTopics(b, plan)]);
    expect(outcomes.flat().every(({ partitionsInstead }) => partitionsInstead === null)).toBe(true);
    await a.close();
    await b.close();
  });

  it('keep records for a week, dead letters for a month, and the last state of a finding', async () => {
    const settings = testSettings(server);
    const connection = await connectKafka(settings);
    await createTopics(connection, { ...plan, retentionMs: { events: 3 * day } });
    const { raw, events, findings, dead } = connection.topics;
    const names = [raw[0] ?? '', events, findings, dead];
    const resources = names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name }));
    const described = await connection.ask('asking', (admin) =>
      admin.describeConfigs({ resources, includeSynonyms: false }),
    );
    const valueOf = (topic: string, name: string) =>
      described.resources
        .find((found) => found.resourceName === topic)
        ?.configEntries.find((entry) => entry.configName === name)?.configValue;
    expect(names.map((name) => valueOf(name, 'cleanup.policy'))).toEqual([
      'delete',
      'delete',
      'compact',
      'delete',
    ]);
    expect(valueOf(raw[0] ?? '', 'retention.ms')).toBe(String(7 * day));
    expect(valueOf(events, 'retention.ms')).toBe(String(3 * day));
    expect(valueOf(dead, 'retention.ms')).toBe(String(30 * day));
    expect(names.map((name) => valueOf(name, 'max.message.bytes'))).toEqual(Array(4).fill('17825792'));
    await connection.close();
  });

  it('carry findings by the id of their incident, and say when one is gone', async () => {
    const kafka = await openTestKafka(server);
    const findings = new KafkaFindings(kafka.connection, kafka.producer);
    const huge = { ...sampleIncident('huge'), title: 'x'.repeat(17 * 1024 * 1024) };
    expect(await findings.publish([sampleIncident('a'), huge, sampleIncident('b')])).toEqual(['huge']);
    await findings.withdraw(['a']);
    const messages = await readTopic(kafka, kafka.connection.topics.findings);
    expect(messages.map(({ key }) => String(key))).toEqual(['a', 'b', 'a']);
    expect(JSON.parse(String(messages[1]?.value))).toEqual(sampleIncident('b'));
    expect(messages[2]?.value).toBeNull();
    await kafka.close();
  });

  it('show how far a group is behind', async () => {
    const kafka = await openTestKafka(server, 2);
    const { events } = kafka.connection.topics;
    for (let n = 0; n < 5; n++) await kafka.producer.send(events, [{ value: 'x', partition: 1 }]);
    const group = `${kafka.settings.topicPrefix}.correlate`;
    expect((await consumerLag(kafka.connection, group, [events])).messages).toBe(5);
    await kafka.log.acknowledge('correlate', { '1': 2 });
    const lag = await consumerLag(kafka.connection, group, [events]);
    expect(lag.messages).toBe(2);
    expect(lag.partitions).toContainEqual({
      topic: events,
      partition: 1,
      committedOffset: 3,
      endOffset: 5,
      messages: 2,
    });
    await kafka.close();
  });
});
