import { z } from 'zod';

export const evidenceStatuses = ['SIGNIFICANT', 'NOT_SIGNIFICANT', 'EXPLAINED', 'MISSING'] as const;
export const evidenceStatusSchema = z.enum(evidenceStatuses);
export type EvidenceStatus = z.infer<typeof evidenceStatusSchema>;

export const evidenceSchema = z.object({
  family: z.string().describe('time, token, build, host, flow, cloud, …'),
  test: z.string().describe('T1, J0, B3, …; documented in docs/evidence.md'),
  status: evidenceStatusSchema,
  p: z.number().nullable().describe('p-value; null for a deterministic flag or a missing test'),
  e: z.number().describe('e-value or likelihood ratio that enters the fusion, capped'),
  n: z.number().int().describe('sample size the test saw'),
  events: z.array(z.string()).describe('ids of the events that carry it, at most 20'),
  reason: z.string(),
});
/** Result of one test of one family. MISSING is never "normal". */
export type Evidence = z.infer<typeof evidenceSchema>;
