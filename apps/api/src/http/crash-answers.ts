import { crashEventSchema, crashKindSchema, crashSchema, peerCertainties } from '@faultline/model';
import { z } from 'zod';

const where = crashEventSchema.pick({
  host: true,
  service: true,
  container: true,
  pid: true,
  program: true,
  unit: true,
});

const incidents = z
  .array(z.object({ id: z.string(), title: z.string() }))
  .describe('incidents of the current answer that name this crash');

const crashRow = where.extend({
  id: z.string().describe('the id of its event'),
  atUs: z.number(),
  path: z.string(),
  line: z.number().int(),
  kind: crashKindSchema,
  confirmed: z.boolean(),
  message: z.string().nullable(),
  goVersion: z.string().nullable(),
  crashing: crashSchema.shape.crashing,
  certainty: z.enum(peerCertainties),
  peer: crashSchema.shape.peer.shape.candidates.element
    .nullable()
    .describe('the first candidate for the other party; `certainty` says how sure'),
  signature: z.string(),
  sameSignature: z.number().int().describe('crashes of this list with the same signature, this one included'),
  incidents,
});
export const crashesAnswer = z.object({
  crashes: z.array(crashRow),
  isWhole: z.boolean().describe('false: there are older ones beyond `limit`'),
});

export const crashAnswer = where.extend({
  id: z.string(),
  atUs: z.number(),
  path: z.string(),
  line: z.number().int(),
  exitCode: z.number().nullable(),
  crash: crashSchema.describe('as judged; anything shaped like a secret is masked'),
  goroutinesBeyond: z.number().int().describe('goroutines of the dump that were not kept'),
  hint: z
    .object({ summary: z.string(), steps: z.array(z.string()) })
    .nullable()
    .describe('what to change'),
  raw: z.string().nullable().describe('the dump as it was written, masked; null when it was not kept'),
  incidents,
});
