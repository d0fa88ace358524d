import { analysisSchema, entitySchema, incidentSchema } from '@faultline/model';
import { z } from 'zod';

// The policy of the server forbids `eval`; without this, zod tries it once and the browser reports a violation.
z.config({ jitless: true });

/** `GET /api/v1/incidents`. `state` failed: the answer is that of before. */
export const incidentListSchema = z.object({
  incidents: z.array(incidentSchema),
  inputs: analysisSchema.shape.inputs,
  unknowns: analysisSchema.shape.unknowns,
  graph: z.object({ entities: z.number(), links: z.number() }),
  analysis: z.object({ state: z.enum(['idle', 'waiting', 'running', 'standby', 'failed']) }),
});
export type AnalysisState = z.infer<typeof incidentListSchema>['analysis']['state'];

/** The part of the list that is about the whole analysis. */
export const wholeAnalysisSchema = incidentListSchema.pick({ inputs: true, unknowns: true });
export type WholeAnalysis = z.infer<typeof wholeAnalysisSchema>;

/** `GET /api/v1/incidents/:id` */
export const incidentDetailSchema = incidentSchema.extend({ events: analysisSchema.shape.events });
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;

/** `GET /api/v1/events/:eventId` */
export const eventDetailSchema = z.object({
  id: z.string(),
  atUs: z.number(),
  path: z.string(),
  line: z.number(),
  event: z.unknown(),
  unmapped: z.unknown(),
  raw: z.string().nullable(),
});

/** `GET /api/v1/graph/entities?q=` */
export const entitySearchSchema = z.object({ entities: z.array(entitySchema) });

/** `GET /api/v1/graph/dependents` */
export const dependentsSchema = z.object({
  entity: entitySchema,
  entities: z.array(
    z.object({
      entity: entitySchema,
      hops: z.number(),
      boundUs: z
        .number()
        .nullable()
        .describe(
          'upstream: latest time it could still matter; downstream: earliest time it could be reached',
        ),
    }),
  ),
  truncated: z.boolean(),
});
export type Dependents = z.infer<typeof dependentsSchema>;

/** `GET /api/v1/graph/paths`: entities of a path in order, and the links between them, all of one pair as one. */
export const pathsSchema = z.object({
  from: entitySchema,
  to: entitySchema,
  paths: z.array(
    z.object({
      entities: z.array(entitySchema),
      links: z.array(
        z.object({ kind: z.string(), firstUs: z.number(), lastUs: z.number(), count: z.number() }),
      ),
    }),
  ),
  truncated: z.boolean(),
});

/** `application/problem+json` (RFC 9457) with our code and remedy. */
export const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  message: z.string().optional(),
  code: z.string().optional(),
  remedy: z.string().optional(),
});
