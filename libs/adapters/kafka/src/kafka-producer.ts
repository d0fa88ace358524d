import { type Message, Partitioners, type Producer } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure } from './kafka-failure.js';
import { retrying } from './retrying.js';

/** Requests on their way to one broker; further ones wait in the driver. More gain nothing: the broker answers one connection in order. */
const inFlightMax = 5;
const ackTimeoutMs = 30_000;
const everyReplica = -1;
/** How soon added partitions and moved leaders are known. */
const metadataAgeMs = 30_000;

/**
 * The one writer of a process. `send` resolves when every in-sync replica has the messages; they may be there twice when an answer was lost. After about half a minute
 * without the broker it throws `FL_KAFKA_UNAVAILABLE`. Messages of one `send` keep their order within a partition, and so do sends that wait for one another.
 */
export class KafkaProducer {
  private readonly producer: Producer;
  private connected: Promise<void> | null = null;

  constructor(private readonly connection: KafkaConnection) {
    this.producer = connection.kafka.producer({
      // Java's murmur2: other producers and ours agree on where a key lies.
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      maxInFlightRequests: inFlightMax,
      metadataMaxAge: metadataAgeMs,
    });
  }

  async send(topic: string, messages: readonly Message[]): Promise<void> {
    let left = messages;
    try {
      await retrying(async () => {
        left = await this.sendOnce(topic, left);
        if (left.length === 0) return;
        await this.reconnect();
        throw new UnknownPartitionError();
      });
    } catch (error) {
      throw kafkaFailure(error, this.connection.settings, `writing to ${topic}`);
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }

  /**
   * Returns what was not sent: the driver drops messages for a partition that its metadata does not know yet, without a word. Only its answer
   * shows which partitions it has written to.
   */
  private async sendOnce(topic: string, messages: readonly Message[]): Promise<readonly Message[]> {
    if (messages.length === 0) return [];
    await this.connect();
    const answers = await this.producer.sendBatch({
      topicMessages: [{ topic, messages: [...messages] }],
      acks: everyReplica,
      timeout: ackTimeoutMs,
    });
    const written = new Set(answers.map(({ partition }) => partition));
    return messages.filter(({ partition }) => partition !== undefined && !written.has(partition));
  }

  private async connect(): Promise<void> {
    this.connected ??= this.producer.connect();
    try {
      await this.connected;
    } catch (error) {
      this.connected = null;
      throw error;
    }
  }

  /** The driver asks for new metadata when it connects. What others are sending at this moment fails and is sent again. */
  private async reconnect(): Promise<void> {
    this.connected = null;
    await this.producer.disconnect();
  }
}

/** Named as the driver's own error for the same thing, so that it counts as one that passes. */
class UnknownPartitionError extends Error {
  override readonly name = 'KafkaJSMetadataNotLoaded';
  constructor() {
    super('a partition is not known yet');
  }
}
