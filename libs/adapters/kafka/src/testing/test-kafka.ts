import type { KafkaServer } from '@faultline/test-servers';
import { connectKafka } from '../connect-kafka.js';
import { createTopics } from '../create-topics.js';
import type { LogGap } from '../cursor-start.js';
import { DeadLetters } from '../dead-letters.js';
import type { KafkaConnection } from '../kafka-connection.js';
import type { Poison } from '../kafka-event-cursor.js';
import { KafkaEventLog } from '../kafka-event-log.js';
import { KafkaProducer } from '../kafka-producer.js';
import type { KafkaSettings } from '../kafka-settings.js';

let installations = 0;
let cursors = 0;

/** Settings of an installation of its own on the broker. */
export function testSettings(server: Pick<KafkaServer, 'brokers'>): KafkaSettings {
  const topicPrefix = `test-${process.pid}-${++installations}`;
  return { brokers: server.brokers, clientId: 'test', topicPrefix, ssl: false, sasl: null };
}

/** One installation with its topics, and what its event log reported. */
export interface TestKafka {
  readonly settings: KafkaSettings;
  readonly connection: KafkaConnection;
  readonly producer: KafkaProducer;
  readonly deadLetters: DeadLetters;
  readonly log: KafkaEventLog;
  readonly poison: Poison[];
  readonly gaps: LogGap[];
  close(): Promise<void>;
}

export async function openTestKafka(
  server: Pick<KafkaServer, 'brokers'>,
  partitions = 1,
): Promise<TestKafka> {
  const settings = testSettings(server);
  const connection = await connectKafka(settings);
  await createTopics(connection, { partitions, replicationFactor: 1 });
  const producer = new KafkaProducer(connection);
  const deadLetters = new DeadLetters(connection, producer);
  const poison: Poison[] = [];
  const gaps: LogGap[] = [];
  const log = new KafkaEventLog(connection, producer, deadLetters, {
    cursorName: () => `${process.pid}-${++cursors}`,
    onPoison: (found) => poison.push(found),
    onGap: (gap) => gaps.push(gap),
  });
  const close = async () => {
    await producer.close();
    await connection.close();
  };
  return { settings, connection, producer, deadLetters, log, poison, gaps, close };
}
