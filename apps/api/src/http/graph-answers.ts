import { basisSchema, entitySchema } from '@faultline/model';
import { graphDetails } from '@faultline/graph';
import { z } from 'zod';

/** The shapes of answers about the graph. */
const aggregatedLink = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: z.string(),
  rule: z.string(),
  basis: basisSchema,
  firstUs: z.number(),
  lastUs: z.number(),
  count: z.number().int(),
  events: z.array(z.string()),
});
const boundUs = z.number().nullable();
const reachedEntity = z.object({
  entity: entitySchema,
  hops: z.number().int(),
  boundUs: boundUs.describe(
    'upstream: latest time it could still matter; downstream: earliest time it could be reached',
  ),
  via: z.string(),
});
const truncated = z.boolean().describe('there may be more');

export const pathsAnswer = z.object({
  from: entitySchema,
  to: entitySchema,
  paths: z.array(z.object({ entities: z.array(entitySchema), links: z.array(aggregatedLink) })),
  truncated,
});
export const dependentsAnswer = z.object({
  entity: entitySchema,
  direction: z.enum(['upstream', 'downstream']),
  entities: z.array(reachedEntity),
  links: z.array(aggregatedLink),
  truncated,
});
export const blastRadiusAnswer = z.object({
  entity: entitySchema,
  count: z.number().int().describe('entities that it could have influenced'),
  kinds: z.array(
    z.object({
      kind: z.string(),
      lasting: z.boolean().describe('still there when the activity is over: to be looked at or put right'),
      count: z.number().int(),
      hops: z.number().int().describe('fewest links to one of them'),
      nearest: z.array(reachedEntity),
    }),
  ),
  truncated,
});
export const commonCausesAnswer = z.object({
  entities: z.array(entitySchema).describe('those asked about, in their order'),
  causes: z.array(
    z.object({
      entity: entitySchema,
      hops: z.array(z.number().int()).describe('links to each of the entities asked about, in their order'),
      boundUs: boundUs.describe('the latest time at which it could still matter to all of them'),
    }),
  ),
  truncated,
});
export const entitiesAnswer = z.object({ entities: z.array(entitySchema) });
export const graphStateAnswer = z.object({
  state: z
    .object({
      hash: z.string().describe('of the exact graph that this one was made from'),
      detail: z
        .enum(graphDetails)
        .describe('how coarse it is: every entity by itself or classes of them; links by hour, day or none'),
      truncated: z.boolean().describe('too large even as classes: what has least evidence is missing'),
      entities: z.number().int(),
      links: z.number().int(),
      knownAtUs: z.number().describe('when the analysis behind it was finished'),
      position: z
        .record(z.string(), z.number().int())
        .describe('place in the event log up to which it has read'),
    })
    .nullable()
    .describe('null before the first analysis'),
  rememberedSinceUs: z.number().nullable().describe('the earliest `knownAt` that can be asked for'),
});
