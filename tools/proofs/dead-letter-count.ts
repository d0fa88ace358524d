import { Kafka, logLevel } from 'kafkajs';

/** The different values in a topic, from its start to its end as it is now. */
export async function distinctValues(
  brokers: readonly string[],
  topic: string,
): Promise<ReadonlySet<string>> {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'counter', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const open = new Map(
    ends.filter(({ low, high }) => low !== high).map((one) => [one.partition, Number(one.high)]),
  );
  const values = new Set<string>();
  if (open.size === 0) return values;
  const consumer = kafka.consumer({ groupId: `counter-${process.pid}-${values.size}-${topic}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await new Promise<void>((done, fail) => {
    consumer
      .run({
        eachBatch: ({ batch }) => {
          for (const { value } of batch.messages) values.add(value?.toString('latin1') ?? '');
          if (Number(batch.lastOffset()) + 1 >= (open.get(batch.partition) ?? 0))
            open.delete(batch.partition);
          if (open.size === 0) done();
          return Promise.resolve();
        },
      })
      .catch(fail);
  });
  await consumer.disconnect();
  return values;
}
