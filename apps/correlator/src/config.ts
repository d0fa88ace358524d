import {
  kafkaConfig,
  listenConfig,
  loggingConfig,
  neo4jConfig,
  postgresConfig,
  tracingConfig,
} from '@faultline/platform';
import { liveEventsConfig } from '@faultline/runtime';
import { z } from 'zod';

/** Everything that the environment may say. The database is needed: a process of its own has nobody to share an embedded one with. */
export const configSchema = z.object({
  ...listenConfig(8082),
  ...loggingConfig,
  ...kafkaConfig,
  ...neo4jConfig,
  ...tracingConfig,
  ...liveEventsConfig,
  DATABASE_URL: postgresConfig.DATABASE_URL.unwrap(),
});
