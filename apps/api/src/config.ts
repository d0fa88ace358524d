import { logLevels, wholeNumber } from '@faultline/platform';
import { z } from 'zod';

const gibibyte = 1024 ** 3;

/** Everything that the environment may say. `.env.example` lists the same names; a test compares. */
export const configSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  FAULTLINE_HOST: z.string().default('127.0.0.1'),
  /** Host names under which a proxy serves this API, separated by commas. */
  FAULTLINE_ALLOWED_HOSTS: z
    .string()
    .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
    .default([]),
  FAULTLINE_DATA_DIR: z.string().default('.faultline'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  FAULTLINE_LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('warn'),
  /** Longest body of POST /api/v1/records as sent. */
  FAULTLINE_BODY_BYTES_MAX: wholeNumber(1_024, 1_024 * gibibyte).default(2 * gibibyte),
});
export type ApiConfig = z.infer<typeof configSchema>;
