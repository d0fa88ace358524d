import { kafkaConfig, listenConfig, loggingConfig, tracingConfig } from '@faultline/platform';
import { z } from 'zod';

/** Everything that the environment may say. An ingestor stands between topics: it needs Kafka and no database. */
export const configSchema = z.object({
  ...listenConfig(8081),
  ...loggingConfig,
  ...kafkaConfig,
  ...tracingConfig,
  KAFKA_BROKERS: kafkaConfig.KAFKA_BROKERS.unwrap(),
});
