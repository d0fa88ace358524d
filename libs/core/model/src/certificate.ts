import { z } from 'zod';

/** `faultline.certificate/1`: proof that a set of entities cuts every path from origins to impacts (docs: design of the contract). */
export const certificateSchema = z.object({
  schema: z.literal('faultline.certificate/1'),
  entities: z.array(
    z.object({ id: z.string(), kind: z.string(), key: z.string(), cost: z.number().nullable() }),
  ),
  links: z.array(
    z.object({ id: z.string(), from: z.string(), to: z.string(), atUs: z.number(), seq: z.number().int() }),
  ),
  origins: z.array(z.string()),
  impacts: z.array(z.object({ entity: z.string(), seq: z.number().int() })),
  removed: z.array(z.string()),
  cost: z.number().nullable(),
  lowerBound: z.number().nullable(),
  optimal: z.boolean(),
  lowerBoundPaths: z.array(z.array(z.string())),
  putBack: z.array(z.object({ entity: z.string(), path: z.array(z.string()) })),
  uncuttablePath: z.array(z.string()).optional(),
});
export type Certificate = z.infer<typeof certificateSchema>;
