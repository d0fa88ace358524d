import { z } from 'zod';
import { certificateSchema } from './certificate.js';
import { entitySchema } from './entity.js';
import { evidenceSchema } from './evidence.js';
import { inputKindSchema } from './input-kind.js';
import { linkSchema } from './link.js';

export const verdicts = ['CONFIRMED', 'PROBABLE', 'SUSPECTED', 'INSUFFICIENT', 'CONFLICT'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

export const unknownSchema = z.object({
  what: z.string().describe('what is not known, for instance a join that could not be made'),
  why: z.string(),
  effect: z.string().describe('what it does to the answer'),
});
export type Unknown = z.infer<typeof unknownSchema>;

export const inputSummarySchema = z.object({
  path: z.string(),
  kind: inputKindSchema.nullable().describe('null: nothing in it was recognised'),
  records: z.number().int(),
  events: z.number().int(),
  rejected: z.number().int(),
  sha256: z.string().nullable().describe('of the bytes as stored; null when unreadable'),
});
export type InputSummary = z.infer<typeof inputSummarySchema>;

export const impactSchema = z.object({
  entity: entitySchema,
  atUs: z.number(),
  event: z.string().nullable(),
  why: z.string(),
  by: entitySchema.nullable().describe('who acted'),
});
export type Impact = z.infer<typeof impactSchema>;

export const rootCauseSchema = z.object({
  rank: z.number().int(),
  entity: entitySchema,
  atUs: z.number(),
  event: z.string().nullable(),
  posterior: z.number().min(0).max(1),
  interval: z.tuple([z.number(), z.number()]),
  verdict: verdictSchema,
  evidence: z.array(evidenceSchema),
  share: z
    .number()
    .optional()
    .describe('causal share: part of the backward explanations that pass through it'),
});
export type RootCause = z.infer<typeof rootCauseSchema>;

export const controlSchema = z.object({
  id: z.string(),
  layer: z.string(),
  engine: z.string(),
  entity: entitySchema,
  d3fend: z.array(z.string()),
  attack: z.array(z.string()),
  cost: z.number(),
  artefacts: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      text: z.string().optional().describe('what the file says; absent where it is not part of the answer'),
    }),
  ),
  status: z.string(),
});
export type Control = z.infer<typeof controlSchema>;

export const breakpointsSchema = z.object({
  single: z.array(z.object({ entity: entitySchema, cost: z.number(), control: z.string().nullable() })),
  set: z.object({
    entities: z.array(entitySchema),
    cost: z.number().nullable(),
    lowerBound: z.number().nullable(),
    optimal: z.boolean(),
  }),
  mass: z.array(z.object({ entities: z.array(entitySchema), residualMass: z.number() })),
});
export type Breakpoints = z.infer<typeof breakpointsSchema>;

export const incidentSchema = z.object({
  id: z.string(),
  title: z.string(),
  severity: severitySchema,
  window: z.object({ startUs: z.number(), endUs: z.number() }),
  impacts: z.array(impactSchema),
  rootCauses: z.array(rootCauseSchema),
  originNotObserved: z.number().min(0).max(1),
  breakpoints: breakpointsSchema,
  certificate: certificateSchema,
  chain: z.object({ entities: z.array(entitySchema), links: z.array(linkSchema) }),
  controls: z.array(controlSchema),
  unknowns: z.array(unknownSchema),
});
export type Incident = z.infer<typeof incidentSchema>;

/** `faultline.analysis/1`, the answer of `faultline analyze` and of the API. */
export const analysisSchema = z.object({
  schema: z.literal('faultline.analysis/1'),
  inputs: z.array(inputSummarySchema),
  graph: z.object({ entities: z.number().int(), links: z.number().int(), hash: z.string() }),
  incidents: z.array(incidentSchema),
  unknowns: z.array(unknownSchema),
  events: z.record(z.string(), z.object({ atUs: z.number(), path: z.string(), line: z.number().int() })),
  parameters: z
    .record(z.string(), z.number())
    .describe(
      'constants of fusion, evidence caps and costs; those of single tests are in docs/evidence.md and in the reasons',
    ),
});
export type Analysis = z.infer<typeof analysisSchema>;
