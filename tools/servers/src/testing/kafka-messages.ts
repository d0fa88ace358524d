import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';
import type { KafkaServer } from '../start-kafka.js';

/** A client without a log: what the tests expect to fail would fill it. */
export const kafkaClient = (
  { brokers }: Pick<KafkaServer, 'brokers'>,
  more: Partial<KafkaConfig> = {},
): Kafka => new Kafka({ brokers, logLevel: logLevel.NOTHING, ...more });

/** Writes to one partition, and comes back when the broker has confirmed. */
export async function writeAll(client: Kafka, topic: string, values: readonly string[]): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const producer = client.producer();
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: values.map((value) => ({ value })) });
  await producer.disconnect();
}

/** Reads from the beginning until `count` messages have come. */
export async function readAll(client: Kafka, topic: string, count: number): Promise<readonly string[]> {
  const consumer = client.consumer({ groupId: `read-${topic}` });
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachMessage = ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      values.push(message.value?.toString('utf8') ?? '');
      if (values.length === count) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
}
