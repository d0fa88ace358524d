export { connectKafka } from './connect-kafka.js';
export { type ConsumerLag, consumerLag, type PartitionLag } from './consumer-lag.js';
export type { ConsumedRecord } from './consumed-record.js';
export { createTopics, type TopicOutcome, type TopicPlan } from './create-topics.js';
export type { LogGap } from './cursor-start.js';
export { type DeadLetter, DeadLetters } from './dead-letters.js';
export type { KafkaConnection } from './kafka-connection.js';
export type { Poison } from './kafka-event-cursor.js';
export { type EventLogOptions, KafkaEventLog } from './kafka-event-log.js';
export { KafkaFindings } from './kafka-findings.js';
export { KafkaProducer } from './kafka-producer.js';
export {
  type ConsumedBatch,
  type Handled,
  KafkaRecordConsumer,
  type RecordConsumerOptions,
} from './kafka-record-consumer.js';
export { heldMessages } from './log-extent.js';
export { kafkaRecordRef } from './kafka-record-ref.js';
export { KafkaRecordSource } from './kafka-record-source.js';
export {
  defaultTopicPrefix,
  type KafkaLogin,
  type KafkaLogLevel,
  type KafkaLogSink,
  type KafkaSettings,
} from './kafka-settings.js';
export { partitionKeyOf } from './partition-key.js';
export { type ReplayCounts, replayDead, type ReplayOptions } from './replay-dead.js';
export { allTopics, groupName, kindOfTopic, rawTopic, type TopicNames, topicNames } from './topics.js';
