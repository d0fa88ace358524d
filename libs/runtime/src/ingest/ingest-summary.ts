import { inputKindSchema, rejectionCodes } from '@faultline/model';
import { z } from 'zod';

/** At most this many rejected records stand in an answer; GET /api/v1/rejected has those that are kept, at most 10,000 of one source. */
export const REJECTED_LISTED_MAX = 100;

/** The answer to records that came in. records = accepted + duplicate + rejected. */
export const ingestSummarySchema = z
  .object({
    path: z.string().describe('the name under which the source is kept'),
    kind: inputKindSchema.nullable().describe('what most of its records are; null: nothing was recognised'),
    sha256: z.string().nullable().describe('of the bytes as received'),
    bytes: z.number().int(),
    complete: z.boolean().describe('false: the source broke off; what came before is kept'),
    records: z.number().int(),
    accepted: z.number().int().describe('records that are new'),
    duplicate: z.number().int().describe('records that were there already'),
    rejected: z.number().int().describe('records that could not become events'),
    rejectedKept: z
      .number()
      .int()
      .describe('rejected records that are kept for GET /api/v1/rejected: the first 10,000 of a source'),
    events: z.number().int().describe('events that the records gave, duplicates included'),
    rejectedRecords: z.array(
      z.object({
        line: z.number().int(),
        code: z.enum(rejectionCodes),
        reason: z.string(),
        excerpt: z.string(),
      }),
    ),
    rejectedListTruncated: z.boolean(),
  })
  .describe('what became of the records of one source');
export type IngestSummary = z.infer<typeof ingestSummarySchema>;
