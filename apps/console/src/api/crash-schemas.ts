import { crashSchema, peerCertainties } from '@faultline/model';
import { z } from 'zod';

const where = {
  id: z.string(),
  atUs: z.number(),
  path: z.string(),
  line: z.number(),
  host: z.string().nullable(),
  service: z.string().nullable(),
  container: z.string().nullable(),
  pid: z.number().nullable(),
  program: z.string().nullable(),
  unit: z.string().nullable(),
  incidents: z.array(z.object({ id: z.string(), title: z.string() })),
};

const crashRowSchema = z.object({
  ...where,
  kind: crashSchema.shape.kind,
  confirmed: z.boolean(),
  message: z.string().nullable(),
  goVersion: z.string().nullable(),
  crashing: crashSchema.shape.crashing,
  certainty: z.enum(peerCertainties),
  peer: crashSchema.shape.peer.shape.candidates.element.nullable(),
  signature: z.string(),
  sameSignature: z.number(),
});
export type CrashRow = z.infer<typeof crashRowSchema>;

/** `GET /api/v1/crashes` */
export const crashListSchema = z.object({ crashes: z.array(crashRowSchema), isWhole: z.boolean() });

/** `GET /api/v1/crashes/:id` */
export const crashDetailSchema = z.object({
  ...where,
  exitCode: z.number().nullable(),
  crash: crashSchema,
  goroutinesBeyond: z.number(),
  hint: z.object({ summary: z.string(), steps: z.array(z.string()) }).nullable(),
  raw: z.string().nullable(),
});
export type CrashDetail = z.infer<typeof crashDetailSchema>;
