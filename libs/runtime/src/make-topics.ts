import { connectKafka, createTopics, type TopicOutcome, type TopicPlan } from '@faultline/adapter-kafka';
import { brokersNeeded } from './stores/brokers-needed.js';

export type TopicMade = TopicOutcome;

/** Creates what is missing at the brokers of the environment. Throws FL_CONFIG_INVALID, FL_KAFKA_UNAVAILABLE or FL_KAFKA_DENIED. */
export async function makeTopics(
  env: Readonly<Record<string, string | undefined>>,
  plan: TopicPlan,
): Promise<readonly TopicOutcome[]> {
  const connection = await connectKafka(brokersNeeded(env, 'faultline-topics'));
  try {
    return await createTopics(connection, plan);
  } finally {
    await connection.close();
  }
}
