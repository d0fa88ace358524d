import { FaultlineError } from '@faultline/model';
import type { Admin, Kafka } from 'kafkajs';
import { kafkaFailure } from './kafka-failure.js';
import type { KafkaLogSink, KafkaSettings } from './kafka-settings.js';
import { retrying } from './retrying.js';
import { compressedTopics } from './topic-compression.js';
import { type TopicNames, topicNames } from './topics.js';

/** One process's access to a cluster: what the parts of this adapter share. */
export class KafkaConnection {
  readonly topics: TopicNames;

  constructor(
    readonly settings: KafkaSettings,
    readonly kafka: Kafka,
    private readonly admin: Admin,
    readonly log: KafkaLogSink,
  ) {
    this.topics = topicNames(settings.topicPrefix);
  }

  /** Asks the cluster, again while it is away (`retrying`); afterwards its error is one of ours. `doing` completes "Kafka denies …". */
  async ask<T>(doing: string, question: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await retrying(async () => {
        await this.admin.connect();
        return question(this.admin);
      });
    } catch (error) {
      throw kafkaFailure(error, this.settings, doing);
    }
  }

  /** For tidying up: one attempt, and no matter how it ends. */
  async tryOnce(question: (admin: Admin) => Promise<unknown>): Promise<void> {
    await question(this.admin).catch(() => undefined);
  }

  /**
   * Throws `FL_KAFKA_TOPICS_MISSING`, naming those that are not there and how to make them, and `FL_KAFKA_COMPRESSED` for those that a producer could stop
   * by compressing (`topic-compression.ts`). Where the user may not see the settings of a topic, that is a warning in the log.
   */
  async requireTopics(names: readonly string[]): Promise<void> {
    const there = new Set(await this.ask('listing the topics', (admin) => admin.listTopics()));
    const missing = names.filter((name) => !there.has(name));
    if (missing.length === 0) return this.requireUncompressed(names);
    const message = `Kafka at ${this.settings.brokers.join(', ')} has no topic ${missing.join(', ')}. Create them with: npx faultline topics.`;
    throw new FaultlineError('FL_KAFKA_TOPICS_MISSING', message);
  }

  private async requireUncompressed(names: readonly string[]): Promise<void> {
    const compressed = await this.ask('asking for the settings of topics', (admin) =>
      compressedTopics(admin, names),
    ).catch((error: unknown) => {
      if (!(error instanceof FaultlineError) || error.code !== 'FL_KAFKA_DENIED') throw error;
      this.log('warn', 'not known whether the topics are kept uncompressed', { reason: error.message });
      return new Map<string, string>();
    });
    if (compressed.size === 0) return;
    const list = [...compressed].map(([topic, type]) => `${topic} (${type})`).join(', ');
    const message = `These topics do not have compression.type=uncompressed: ${list}. A compressed batch would stop every reader. Set it with: npx faultline topics.`;
    throw new FaultlineError('FL_KAFKA_COMPRESSED', message);
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }
}
