import { z } from 'zod';

export const basisSchema = z.enum(['observed', 'inferred', 'claimed']);
/** `observed`: a record says so; `inferred`: two records joined by a rule; `claimed`: the attacker could have written it. */
export type Basis = z.infer<typeof basisSchema>;

export const linkSchema = z.object({
  id: z.string(),
  from: z.string().describe('entity id'),
  to: z.string().describe('entity id'),
  atUs: z.number().describe('microseconds since 1970-01-01T00:00:00Z'),
  seq: z.number().int().describe('place in the total order of the graph'),
  kind: z.string(),
  rule: z.string().describe('the linking rule that drew it'),
  basis: basisSchema,
  events: z.array(z.string()),
});
/** Information or control may have flowed from one entity to another at a time. */
export type Link = z.infer<typeof linkSchema>;
