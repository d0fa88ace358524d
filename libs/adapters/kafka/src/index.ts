export { connectKafka } from './connect-kafka.js';
export { createTopics, type TopicOutcome, type TopicPlan } from './create-topics.js';
export { type DeadLetter, DeadLetters } from './dead-letters.js';
export { type EventLogOptions, KafkaEventLog } from './kafka-event-log.js';
export type { KafkaConnection } from './kafka-connection.js';
export type { Poison } from './kafka-event-cursor.js';
export type { LogGap } from './cursor-start.js';
export { KafkaProducer } from './kafka-producer.js';
export {
  defaultTopicPrefix,
  type KafkaLogin,
  type KafkaLogLevel,
  type KafkaLogSink,
  type KafkaSettings,
} from './kafka-settings.js';
export { kindOfTopic, rawTopic, type TopicNames, topicNames } from './topics.js';
