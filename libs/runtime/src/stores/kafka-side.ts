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
  type Poison,
} from '@faultline/adapter-kafka';
import { excerptOf, type Incident } from '@faultline/model';
import type { EventLog, RecordSource } from '@faultline/pipeline';
import type { HealthCheck, Logger } from '@faultline/platform';
import { withoutTokens } from '../ingest/without-tokens.js';

/** What an installation has of a Kafka cluster. */
export interface KafkaSide {
  readonly connection: KafkaConnection;
  readonly log: EventLog;
  readonly dead: DeadLetters;
  readonly records: RecordSource;
  readonly checks: readonly HealthCheck[];
  publish(incidents: readonly Incident[], before: readonly Incident[] | null): Promise<void>;
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
    onPoison: (poison) => void bury(dead, poison, logger),
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
      const then = before === null ? await findings.ids() : before.map(({ id }) => id);
      await findings.withdraw(then.filter((id) => !now.has(id)));
    },
    close: async () => {
      await records.close();
      await producer.close();
      await connection.close();
    },
  };
}

/** Bytes of the event topic that are no event go to the dead letters, without tokens. They still lie where they were, so a failure loses nothing. */
async function bury(dead: DeadLetters, poison: Poison, logger: Logger): Promise<void> {
  const { topic, partition, offset, reason, bytes } = poison;
  const masked = withoutTokens(Buffer.from(bytes));
  logger.error({ topic, partition, offset, reason, bytes: bytes.length }, 'EventReadRejected');
  const letter = {
    code: 'FL_RECORD_SHAPE',
    reason: `${topic} holds something that is no event: ${reason}`,
    excerpt: excerptOf(masked.toString('utf8', 0, 8_192)),
    source: null,
    original: { topic, partition, offset },
    observedAtMs: null,
    attempts: 0,
    bytes: masked,
  } as const;
  await dead.send([letter]).catch((error: unknown) => logger.error({ error }, 'DeadLetterSendError'));
}
