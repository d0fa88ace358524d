import kafkajs from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';

/** What brokers take when nobody has said otherwise (`message.max.bytes`). */
const usualBytes = 1_048_588;
/** Framing of a batch of one message, its key and its headers. */
const framingBytes = 8 * 1024;
const ageMs = 60_000;

/** The longest value that a topic takes. One that `createTopics` did not make may take less than a record has. */
export class MessageLimit {
  private known = { bytes: usualBytes - framingBytes, untilMs: 0 };

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topic: string,
  ) {}

  /** Asks at most once a minute. Who may not look at the configuration of the topic is given the usual limit. */
  async bytes(): Promise<number> {
    const nowMs = performance.now();
    if (nowMs >= this.known.untilMs) {
      const bytes = (await this.configured()) ?? usualBytes;
      this.known = { bytes: Math.max(0, bytes - framingBytes), untilMs: nowMs + ageMs };
    }
    return this.known.bytes;
  }

  private async configured(): Promise<number | null> {
    const resources = [
      { type: kafkajs.ConfigResourceTypes.TOPIC, name: this.topic, configNames: ['max.message.bytes'] },
    ];
    const described = await this.connection
      .ask(`asking for the limits of ${this.topic}`, (admin) =>
        admin.describeConfigs({ resources, includeSynonyms: false }),
      )
      .catch(() => null);
    const value = Number(described?.resources[0]?.configEntries[0]?.configValue);
    return Number.isSafeInteger(value) && value > 0 ? value : null;
  }
}
