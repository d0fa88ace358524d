import type { Admin } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';
import { compressedTopics, keepUncompressed, uncompressed } from './topic-compression.js';
import { allTopics, topicNames } from './topics.js';

const dayMs = 24 * 60 * 60 * 1_000;
/** A record is at most 16 MiB; the rest is for its headers and the framing of the batch. */
const messageBytesMax = 17 * 1024 * 1024;

export interface TopicPlan {
  /** Of raw topics and events. Findings and dead letters are few and have one. */
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly retentionMs?: { readonly raw?: number; readonly events?: number; readonly dead?: number };
}

export interface TopicOutcome {
  readonly topic: string;
  readonly state: 'created' | 'already there';
  /** Null, or what the topic has instead of the number that was asked for. It stays as it is. */
  readonly partitionsInstead: number | null;
  /** Null, or the `compression.type` that the topic had. It is now `uncompressed`. */
  readonly compressionBefore: string | null;
}

/**
 * Creates the topics that are missing. Safe to repeat: of one that is there only `compression.type` is mended, where readers could not go on otherwise; its partitions are
 * neither taken away (Kafka cannot) nor added (hosts would change their partition). Throws `FL_KAFKA_DENIED` or `FL_KAFKA_UNAVAILABLE`.
 */
export async function createTopics(
  connection: KafkaConnection,
  plan: TopicPlan,
): Promise<readonly TopicOutcome[]> {
  const names = allTopics(connection.settings.topicPrefix);
  return connection.ask('creating topics', async (admin) => {
    const there = new Set(await admin.listTopics());
    const missing = names.filter((topic) => !there.has(topic));
    if (missing.length > 0) {
      const topics = missing.map((topic) => configOf(connection.settings.topicPrefix, topic, plan));
      // False when another process was faster: they are there all the same.
      await admin.createTopics({ topics, waitForLeaders: true });
    }
    const before = await compressedTopics(
      admin,
      names.filter((topic) => there.has(topic)),
    );
    await keepUncompressed(admin, [...before.keys()]);
    const found = await outcomes(admin, names, new Set(missing), connection.settings.topicPrefix, plan);
    return found.map((outcome) => ({ ...outcome, compressionBefore: before.get(outcome.topic) ?? null }));
  });
}

async function outcomes(
  admin: Admin,
  names: readonly string[],
  created: ReadonlySet<string>,
  prefix: string,
  plan: TopicPlan,
): Promise<readonly Omit<TopicOutcome, 'compressionBefore'>[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
  const counts = new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
  return names.map((topic) => {
    const count = counts.get(topic) ?? 0;
    const partitionsInstead = count === partitionsOf(prefix, topic, plan) ? null : count;
    return { topic, state: created.has(topic) ? 'created' : 'already there', partitionsInstead };
  });
}

function partitionsOf(prefix: string, topic: string, plan: TopicPlan): number {
  const { findings, dead } = topicNames(prefix);
  return topic === findings || topic === dead ? 1 : plan.partitions;
}

function configOf(prefix: string, topic: string, plan: TopicPlan) {
  return {
    topic,
    numPartitions: partitionsOf(prefix, topic, plan),
    replicationFactor: plan.replicationFactor,
    configEntries: [
      ...keeping(prefix, topic, plan),
      { name: 'max.message.bytes', value: String(messageBytesMax) },
      uncompressed,
    ],
  };
}

function keeping(prefix: string, topic: string, { retentionMs = {} }: TopicPlan) {
  const { findings, dead, events } = topicNames(prefix);
  // The latest state of every incident, for as long as the incident is there.
  if (topic === findings) return [{ name: 'cleanup.policy', value: 'compact' }];
  const { raw = 7 * dayMs, events: ofEvents = 7 * dayMs, dead: ofDead = 30 * dayMs } = retentionMs;
  const kept = topic === dead ? ofDead : topic === events ? ofEvents : raw;
  return [{ name: 'retention.ms', value: String(kept) }];
}
