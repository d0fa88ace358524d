import { CompressionTypes, type Message, Partitioners, type Producer } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';
import { kafkaFailure } from './kafka-failure.js';
import { retrying } from './retrying.js';

/** Requests on their way to one broker; further ones wait in the driver. More gain nothing: the broker answers one connection in order. */
const inFlightMax = 5;
const ackTimeoutMs = 30_000;
const everyReplica = -1;

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
    });
  }

  async send(topic: string, messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const record = { topic, messages: [...messages] };
    try {
      await retrying(async () => {
        await this.connect();
        await this.producer.sendBatch({
          topicMessages: [record],
          acks: everyReplica,
          timeout: ackTimeoutMs,
          // gzip costs more time than the network of one site saves (bench/kafka).
          compression: CompressionTypes.None,
        });
      });
    } catch (error) {
      throw kafkaFailure(error, this.connection.settings, `writing to ${topic}`);
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
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
}
