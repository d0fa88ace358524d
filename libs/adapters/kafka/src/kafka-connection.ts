import { FaultlineError } from '@faultline/model';
import type { Admin, Kafka } from 'kafkajs';
import { kafkaFailure } from './kafka-failure.js';
import type { KafkaLogSink, KafkaSettings } from './kafka-settings.js';
import { retrying } from './retrying.js';
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

  /** Throws `FL_KAFKA_TOPICS_MISSING`, naming those that are not there and how to make them. */
  async requireTopics(names: readonly string[]): Promise<void> {
    const there = new Set(await this.ask('listing the topics', (admin) => admin.listTopics()));
    const missing = names.filter((name) => !there.has(name));
    if (missing.length === 0) return;
    const message = `Kafka at ${this.settings.brokers.join(', ')} has no topic ${missing.join(', ')}. Create them with: npx faultline topics.`;
    throw new FaultlineError('FL_KAFKA_TOPICS_MISSING', message);
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }
}
