import { analysisSchema, entitySchema, incidentSchema } from '@faultline/model';
import { z } from 'zod';

// The policy of the server forbids `eval`; without this, zod tries it once and the browser reports a violation.
z.config({ jitless: true });

const eventsSchema = analysisSchema.shape.events;
/** An entity as the graph queries give it; a label may be missing there. */
const namedEntity = entitySchema
  .extend({ label: z.string().optional() })
  .transform((entity) => ({ ...entity, label: entity.label ?? entity.key }));

/** `GET /api/v1/incidents` */
export const incidentListSchema = z.object({
  incidents: z.array(incidentSchema),
  inputs: analysisSchema.shape.inputs,
  unknowns: analysisSchema.shape.unknowns,
  graph: analysisSchema.shape.graph,
});

/** `GET /api/v1/incidents/:id` */
export const incidentDetailSchema = incidentSchema.extend({ events: eventsSchema.default({}) });
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
export const entitySearchSchema = z.object({ entities: z.array(namedEntity) });

const reached = z.union([
  namedEntity.transform((entity) => ({ entity, hops: null })),
  z.object({ entity: namedEntity, hops: z.number().nullable().default(null) }),
]);
/** `GET /api/v1/graph/dependents` */
export const dependentsSchema = z.object({
  entities: z.array(reached),
  truncated: z.boolean().default(false),
});

const step = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  atUs: z.number(),
  kind: z.string().default('link'),
});
/** `GET /api/v1/graph/paths`: entities of a path in order, and the links between them. */
export const pathsSchema = z.object({
  paths: z.array(z.object({ entities: z.array(namedEntity), links: z.array(step) })),
  truncated: z.boolean().default(false),
});

/** `application/problem+json` (RFC 9457) with our code and remedy. */
export const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  message: z.string().optional(),
  code: z.string().optional(),
  remedy: z.string().optional(),
});
