import {
  entitySchema,
  eventSchema,
  incidentSchema,
  inputKindSchema,
  inputSummarySchema,
  linkSchema,
  rejectionCodes,
  rootCauseSchema,
  unknownSchema,
} from '@faultline/model';
import { z } from 'zod';

/** The shapes of answers: what the controllers give and what the OpenAPI document shows. */
const eventPlaces = z.record(
  z.string(),
  z.object({ atUs: z.number(), path: z.string(), line: z.number().int() }),
);
const analysisState = z.object({
  state: z
    .enum(['idle', 'waiting', 'running', 'standby', 'failed'])
    .describe('failed: the answer is that of before; the log says why'),
  graphHash: z.string().nullable(),
  incidents: z.number().int(),
  events: z.number().int().describe('events that the answer is about'),
  savedAtUs: z.number().nullable(),
});

export const incidentsAnswer = z.object({
  incidents: z.array(incidentSchema),
  inputs: z.array(inputSummarySchema),
  unknowns: z.array(unknownSchema),
  graph: z.object({ entities: z.number().int(), links: z.number().int(), hash: z.string().nullable() }),
  analysis: analysisState,
});
export const incidentAnswer = incidentSchema.extend({ events: eventPlaces });
export const incidentGraphAnswer = z.object({ entities: z.array(entitySchema), links: z.array(linkSchema) });
export const evidenceAnswer = z.object({
  rootCauses: z.array(rootCauseSchema),
  originNotObserved: z.number(),
});

export const eventAnswer = z.object({
  id: z.string(),
  atUs: z.number(),
  path: z.string(),
  line: z.number().int(),
  event: eventSchema.describe('normalised; anything shaped like a secret is masked'),
  unmapped: z
    .unknown()
    .describe('what the record says beyond the event; null when it says nothing or is no JSON'),
  raw: z.string().nullable().describe('the record as it was written, masked; null when it was not kept'),
});

export const rejectedAnswer = z.object({
  records: z.array(
    z.object({
      id: z.string(),
      code: z.enum(rejectionCodes),
      path: z.string(),
      line: z.number().int(),
      offset: z.number(),
      length: z.number(),
      reason: z.string(),
      excerpt: z.string(),
      replayable: z.boolean(),
      receivedAtUs: z.number(),
    }),
  ),
  next: z.string().nullable(),
  total: z.number().int(),
});
export const sourcesAnswer = z.object({
  sources: z.array(
    z.object({
      path: z.string(),
      kind: inputKindSchema.nullable(),
      sha256: z.string(),
      bytes: z.number(),
      records: z.number().int(),
      events: z.number().int(),
      rejected: z.number().int(),
      complete: z.boolean(),
      receivedAtUs: z.number(),
    }),
  ),
});
const checkStatus = z.enum(['ok', 'unavailable']);
export const healthAnswer = z.object({
  status: checkStatus,
  checks: z.array(z.object({ name: z.string(), status: checkStatus })),
});
export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string().describe('stable; explained in docs/errors.md'),
  message: z.string(),
  remedy: z.string(),
  instance: z.string(),
});
