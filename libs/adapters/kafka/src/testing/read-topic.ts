import type { KafkaMessage } from 'kafkajs';
import type { TestKafka } from './test-kafka.js';

let readers = 0;

/** Everything that a topic holds, partition by partition in order. */
export async function readTopic(
  { connection, settings }: TestKafka,
  topic: string,
): Promise<readonly (KafkaMessage & { readonly partition: number })[]> {
  const offsets = await connection.ask('asking', (admin) => admin.fetchTopicOffsets(topic));
  const wanted = offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  const messages: (KafkaMessage & { readonly partition: number })[] = [];
  if (wanted === 0) return messages;
  const groupId = `${settings.topicPrefix}.test-reader.${++readers}`;
  const consumer = connection.kafka.consumer({ groupId, maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const eachBatch = async ({ batch }: { batch: { partition: number; messages: KafkaMessage[] } }) => {
      messages.push(...batch.messages.map((message) => ({ ...message, partition: batch.partition })));
      if (messages.length >= wanted) resolve();
      return Promise.resolve();
    };
    consumer.run({ autoCommit: false, eachBatch }).catch(reject);
  });
  await consumer.disconnect();
  return messages.toSorted((a, b) => a.partition - b.partition || Number(a.offset) - Number(b.offset));
}
