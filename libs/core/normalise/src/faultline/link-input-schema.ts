import { z } from 'zod';

const linkEnd = z.object({
  kind: z.string().min(1),
  key: z.string().min(1),
  cost: z.number().nonnegative().nullable().optional().describe('absent: 1; null: cannot be removed'),
});

/** `faultline.link/1`: a ready causal link, one per line. */
export const linkInputSchema = z.object({
  schema: z.literal('faultline.link/1'),
  from: linkEnd,
  to: linkEnd,
  atUs: z.number().int().describe('microseconds since 1970-01-01T00:00:00Z'),
  seq: z
    .number()
    .int()
    .optional()
    .describe('order among links of equal time; without it the content decides'),
  kind: z.string().min(1),
  bytes: z.number().nonnegative().nullish().describe('that flowed, when known'),
  evidence: z.array(z.unknown()).nullish().describe('whatever proves it; kept as text'),
});
export type LinkInput = z.infer<typeof linkInputSchema>;
