import type { LetterRoute } from './dead-letter-route.js';
import { inRequests } from './in-requests.js';
import type { KafkaConnection } from './kafka-connection.js';
import type { KafkaProducer } from './kafka-producer.js';
import { extentsOf } from './log-extent.js';

type Replayed = Extract<LetterRoute, { readonly kind: 'replay' }>;

/** Sends letters back to their topics, in order, and to the partition that they came from while there is such a one: the lines of one file stay together. */
export async function sendLetters(
  connection: KafkaConnection,
  producer: KafkaProducer,
  routes: readonly LetterRoute[],
): Promise<void> {
  const byTopic = new Map<string, Replayed[]>();
  for (const route of routes) {
    if (route.kind !== 'replay') continue;
    const letters = byTopic.get(route.topic);
    if (letters === undefined) byTopic.set(route.topic, [route]);
    else letters.push(route);
  }
  for (const [topic, letters] of byTopic) {
    const there = await extentsOf(connection, topic);
    const messages = letters.map(({ partition, message }) =>
      partition !== null && there.has(partition) ? { ...message, partition } : message,
    );
    for (const request of inRequests(messages, ({ value }) => value?.length ?? 0))
      await producer.send(topic, request);
  }
}
