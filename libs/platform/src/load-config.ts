import { FaultlineError } from '@faultline/model';
import { z } from 'zod';

/**
 * The configuration of an app from its environment, checked once and frozen. All problems are named at once, and no value is: a password
 * may be among them. Empty variables count as unset. Throws FL_CONFIG_INVALID.
 */
export function loadConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<z.infer<Schema>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (env[name] ? [[name, env[name]] as const] : [])),
  );
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new FaultlineError(
    'FL_CONFIG_INVALID',
    `The configuration cannot be used. ${problems.join('. ')}. See .env.example.`,
  );
}

/** A whole number from the environment, within bounds. */
export function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}
