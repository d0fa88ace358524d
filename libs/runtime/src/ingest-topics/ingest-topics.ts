import {
  consumerLag,
  type DeadLetter,
  groupName,
  kafkaRecordRef,
  KafkaRecordConsumer,
} from '@faultline/adapter-kafka';
import type { Logger, Recorders, Tracing } from '@faultline/platform';
import type { KafkaSide } from '../stores/kafka-side.js';
import { type BatchCounts, type RejectedTopicRecord, TopicIngestor } from './topic-ingestor.js';

export interface TopicIngestion {
  /** Resolves when the batch in flight is durable and committed, and the group is left. */
  stop(): Promise<void>;
  /** Rejects when the reading cannot go on, for instance because the log-in was taken away. */
  readonly ended: Promise<void>;
}

export interface IngestTopicsOptions {
  readonly metrics: Recorders;
  readonly tracing: Tracing;
  readonly logger: Logger;
}

const LAG_MS = 10_000;

/** Starts to share in the reading of all raw topics. Goes on through outages of the brokers; what is being worked on is done again. */
export function ingestTopics(kafka: KafkaSide, options: IngestTopicsOptions): TopicIngestion {
  const { metrics, tracing, logger } = options;
  const consumer = new KafkaRecordConsumer(kafka.connection);
  const ingestor = new TopicIngestor({
    log: kafka.log,
    bury: (letters) => kafka.dead.send(letters.map(letterOf)),
    refOf: kafkaRecordRef,
    onBatch: (counts) => recordBatch(metrics, counts),
  });
  const ended = consumer.run({
    handle: (batch) =>
      tracing.withSpan(
        'IngestBatch',
        { topic: batch.topic, partition: batch.partition, records: batch.records.length },
        () => ingestor.handle(batch),
      ),
    onTrouble: (error) => {
      metrics.batchRetries('raw', 1);
      logger.warn({ error }, 'IngestBatchRetried');
    },
  });
  ended.catch((error: unknown) => logger.error({ error }, 'IngestEndedError'));
  const timer = setInterval(() => void tellLag(kafka, options), LAG_MS);
  timer.unref();
  return {
    ended,
    stop: async () => {
      clearInterval(timer);
      await consumer.stop();
    },
  };
}

async function tellLag({ connection }: KafkaSide, { metrics, logger }: IngestTopicsOptions): Promise<void> {
  const group = groupName(connection.settings.topicPrefix, 'ingestor');
  try {
    const { partitions } = await consumerLag(connection, group, connection.topics.raw);
    for (const { topic, partition, messages } of partitions) metrics.consumerLag(topic, partition, messages);
  } catch (error) {
    logger.warn({ error }, 'LagAskError');
  }
}

function letterOf({ rejected, topic, partition, record, bytes }: RejectedTopicRecord): DeadLetter {
  return {
    code: rejected.code,
    reason: rejected.reason,
    excerpt: rejected.excerpt,
    source: record.source,
    original: { topic, partition, offset: record.offset },
    observedAtMs: record.observedAtMs,
    attempts: record.attempts,
    bytes,
  };
}

function recordBatch(metrics: Recorders, { topic, records, events, rejected }: BatchCounts): void {
  metrics.recordsRead(topic.slice(topic.lastIndexOf('.') + 1), records);
  metrics.eventsAppended(events);
  for (const [code, count] of rejected) {
    metrics.recordsRejected(code, count);
    metrics.deadLetters(count);
  }
}
