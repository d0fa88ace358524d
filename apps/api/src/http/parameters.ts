import { inputKindSchema } from '@faultline/model';
import { z } from 'zod';

const PATHS_MAX = 100;
const ENTITIES_MAX = 5_000;
/** Of a blast radius: the count tells the rest. */
const NEAREST_MAX = 100;
/** Entities with a common cause: each costs a walk of its own. */
const EFFECTS_MAX = 8;

export const entityRefSchema = z
  .string()
  .max(8_192)
  .regex(/^[^:]+:[^]+$/, 'must be KIND:KEY, for instance host:web-1')
  .describe('KIND:KEY, split at the first colon; an entity id is taken too');

function limit(max: number, standard: number) {
  const message = `must be a whole number from 1 to ${max}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= 1 && value <= max, message)
    .default(standard)
    .describe(`at most this many, up to ${max}`);
}

const timeSchema = z
  .string()
  .regex(
    /^-?\d{1,16}$|^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/,
    'must be microseconds since 1970 or an RFC 3339 time',
  )
  .transform((text) => (text.includes('T') ? Date.parse(text) * 1_000 : Number(text)))
  .refine(Number.isFinite, 'must be a time that exists')
  .optional();
const asOf = timeSchema.describe('only what had happened by then: microseconds since 1970, or RFC 3339');
const knownAt = timeSchema.describe(
  'only what the graph said then, from what had been received and analysed: microseconds since 1970, or RFC 3339',
);

export const idSchema = z.string().min(1).max(512);
export const recordsQuerySchema = z.object({
  kind: inputKindSchema
    .optional()
    .describe('only sources of this kind are tried; without it the content decides'),
  source: z.string().min(1).max(1_024).optional().describe('the name under which the records are kept'),
});
export const reportQuerySchema = z.object({ format: z.enum(['html', 'md']).default('html') });
export const pathsQuerySchema = z.object({
  from: entityRefSchema,
  to: entityRefSchema,
  limit: limit(PATHS_MAX, 10),
  asOf,
  knownAt,
});
export const dependentsQuerySchema = z.object({
  entity: entityRefSchema,
  direction: z.enum(['upstream', 'downstream']).default('downstream'),
  limit: limit(ENTITIES_MAX, 500),
  asOf,
  knownAt,
});
export const blastRadiusQuerySchema = z.object({
  entity: entityRefSchema,
  nearest: limit(NEAREST_MAX, 10).describe(`entities of each kind to name, up to ${NEAREST_MAX}`),
  asOf,
  knownAt,
});
export const commonCausesQuerySchema = z.object({
  entity: z
    .array(entityRefSchema, `must be given 2 to ${EFFECTS_MAX} times`)
    .min(2, `must be given 2 to ${EFFECTS_MAX} times`)
    .max(EFFECTS_MAX, `must be given 2 to ${EFFECTS_MAX} times`),
  limit: limit(1_000, 50),
  asOf,
  knownAt,
});
export const entitiesQuerySchema = z.object({
  q: z.string().max(1_024).default('').describe('part of a kind, key or label'),
  limit: limit(1_000, 50),
});
export const crashesQuerySchema = z.object({ limit: limit(1_000, 100) });
export const rejectedQuerySchema = z.object({
  after: z
    .string()
    .regex(/^\d{1,18}$/, 'must be the `next` of the page before')
    .optional(),
  limit: limit(1_000, 100),
});
