import {
  kafkaConfig,
  listenConfig,
  loggingConfig,
  neo4jConfig,
  postgresConfig,
  tracingConfig,
  wholeNumber,
} from '@faultline/platform';
import { liveEventsConfig } from '@faultline/runtime';
import { z } from 'zod';

const gibibyte = 1024 ** 3;

/** Everything that the environment may say. `.env.example` lists the same names; a test compares. */
export const configSchema = z.object({
  ...listenConfig(8080),
  ...loggingConfig,
  ...postgresConfig,
  ...kafkaConfig,
  ...neo4jConfig,
  ...tracingConfig,
  ...liveEventsConfig,
  /** Host names under which a proxy serves this API, separated by commas. */
  FAULTLINE_ALLOWED_HOSTS: z
    .string()
    .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
    .default([]),
  FAULTLINE_DATA_DIR: z.string().default('.faultline'),
  /** Longest body of POST /api/v1/records as sent. */
  FAULTLINE_BODY_BYTES_MAX: wholeNumber(1_024, 1_024 * gibibyte).default(2 * gibibyte),
});
export type ApiConfig = z.infer<typeof configSchema>;
