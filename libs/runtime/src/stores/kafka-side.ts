import { randomUUID } from 'node:crypto';
import {
  connectKafka,
  DeadLetters,
  heldMessages,
  type KafkaConnection,
  KafkaEventLog,
  KafkaFindings,
  KafkaProducer,
  KafkaRecordSource,
  type KafkaLogSink,
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
  deadLetters(): Promise<number>;
  close(): Promise<void>;
}

export async function openKafkaSide(settings: KafkaSettings, logger: Logger): Promise<KafkaSide> {
  const connection = await connectKafka(settings, {
    log: driverLog(logger),
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

/** During an outage the driver repeats itself many times a second: each sentence is passed on once a minute, with how often it was said. */
const REPEAT_MS = 60_000;

function driverLog(logger: Logger): KafkaLogSink {
  const last = new Map<string, { atMs: number; times: number }>();
  return (level, message, fields) => {
    // Addresses and numbers differ from one repetition to the next.
    const sentence = `${level} ${message.replace(/\d+/g, '#')}`.slice(0, 200);
    const known = last.get(sentence);
    if (known && performance.now() - known.atMs < REPEAT_MS) {
      known.times++;
      return;
    }
    if (last.size >= SENTENCES_MAX) last.clear();
    last.set(sentence, { atMs: performance.now(), times: 0 });
    const repeated = known && known.times > 0 ? { repeated: known.times } : {};
    logger[level]({ ...fields, ...repeated, said: message }, 'KafkaDriverSaid');
  };
}
const SENTENCES_MAX = 500;

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
    deadLetters: () => heldMessages(connection, connection.topics.dead),
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
