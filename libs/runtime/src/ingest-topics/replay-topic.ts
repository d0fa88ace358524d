import { connectKafka, KafkaProducer, type ReplayCounts, replayDead } from '@faultline/adapter-kafka';
import { brokersNeeded } from '../stores/brokers-needed.js';

export interface ReplayTopicOptions {
  /** What has come back this often stays where it is. */
  readonly replaysMax: number;
}

/** Sends dead letters back to the topics they came from, up to the end as it is now. Throws FL_CONFIG_INVALID, FL_KAFKA_*. */
export async function replayTopic(
  env: Readonly<Record<string, string | undefined>>,
  options: ReplayTopicOptions,
): Promise<ReplayCounts> {
  const connection = await connectKafka(brokersNeeded(env, 'faultline-replay'));
  const producer = new KafkaProducer(connection);
  try {
    return await replayDead(connection, producer, options);
  } finally {
    await producer.close();
    await connection.close();
  }
}
