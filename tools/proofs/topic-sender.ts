import { Kafka, logLevel, type Producer } from 'kafkajs';

export interface SentRecord {
  readonly value: string;
  /** Records of one source keep their order. */
  readonly source: string;
}

/** A sender as any shipper of logs is one: it knows the topics and nothing of the product. */
export class TopicSender {
  private constructor(private readonly producer: Producer) {}

  static async to(brokers: readonly string[]): Promise<TopicSender> {
    const kafka = new Kafka({
      brokers: [...brokers],
      clientId: 'shipper',
      logLevel: logLevel.NOTHING,
      retry: { retries: 30, initialRetryTime: 200, maxRetryTime: 2_000 },
    });
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return new TopicSender(producer);
  }

  async send(topic: string, records: readonly SentRecord[]): Promise<void> {
    const messages = records.map(({ value, source }) => ({ key: source, value, headers: { source } }));
    await this.producer.send({ topic, messages, acks: -1 });
  }

  close(): Promise<void> {
    return this.producer.disconnect();
  }
}
