import { randomUUID } from 'node:crypto';
import {
  connectKafka,
  DeadLetters,
  type KafkaConnection,
  KafkaEventLog,
  KafkaFindings,
  KafkaProducer,
  KafkaRecordSource,
  type KafkaSettings,
} from '@faultline/adapter-kafka';
import type { Incident } from '@faultline/model';
import type { EventLog, RecordSource } from '@faultline/pipeline';
import type { HealthCheck, Logger } from '@faultline/platform';

/** What an installation has of a Kafka cluster. */
export interface KafkaSide {
  readonly connection: KafkaConnection;
  readonly log: EventLog;
  readonly dead: DeadLetters;
  readonly records: RecordSource;
  readonly checks: readonly HealthCheck[];
  publish(incidents: readonly Incident[], before: readonly Incident[]): Promise<void>;
  close(): Promise<void>;
}

export async function openKafkaSide(settings: KafkaSettings, logger: Logger): Promise<KafkaSide> {
  const connection = await connectKafka(settings, {
    log: (level, message, fields) => logger[level]({ ...fields, said: message }, 'KafkaDriverSaid'),
  });
  try {
    const { topics } = connection;
    await connection.requireTopics([...topics.raw, topics.events, topics.findings, topics.dead]);
    return joined(connection, logger);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function joined(connection: KafkaConnection, logger: Logger): KafkaSide {
  const producer = new KafkaProducer(connection);
  const dead = new DeadLetters(connection, producer);
  const log = new KafkaEventLog(connection, producer, dead, {
    cursorName: () => randomUUID(),
    onPoison: ({ bytes, ...poison }) => logger.error({ ...poison, bytes: bytes.length }, 'EventReadRejected'),
    onGap: (gap) => logger.warn({ gap }, 'EventLogBeganLater'),
  });
  const findings = new KafkaFindings(connection, producer);
  const records = new KafkaRecordSource(connection, randomUUID());
  return {
    connection,
    log,
    dead,
    records,
    checks: [{ name: 'kafka', check: () => log.end() }],
    publish: async (incidents, before) => {
      const tooLarge = await findings.publish(incidents);
      if (tooLarge.length > 0) logger.warn({ tooLarge }, 'FindingsPublishTooLarge');
      const now = new Set(incidents.map(({ id }) => id));
      await findings.withdraw(before.map(({ id }) => id).filter((id) => !now.has(id)));
    },
    close: async () => {
      await records.close();
      await producer.close();
      await connection.close();
    },
  };
}
