import { z } from 'zod';

/** What a Go process died of, as far as its dump proves. */
export const crashKinds = [
  'map_write_write',
  'map_read_write',
  'map_iterate_write',
  'map_clone_write',
  /** A map fatal by its frames, whose message is lost. */
  'map_unknown',
  'race_report',
  'race_report_and_fatal',
  'race_report_not_map',
  'sigsegv',
  'panic',
  'deadlock',
  'other',
] as const;
export const crashKindSchema = z.enum(crashKinds);
export type CrashKind = z.infer<typeof crashKindSchema>;

export const peerCertainties = ['certain', 'likely', 'hypothesis', 'cannot-be-told'] as const;
export type PeerCertainty = (typeof peerCertainties)[number];

const roleSchema = z.enum(['writer', 'reader', 'iterator', 'cloner', 'unknown']);
export type CrashRole = z.infer<typeof roleSchema>;

const place = { function: z.string(), file: z.string().nullable(), line: z.number().int().nullable() };
export const crashFrameSchema = z.object(place);

export const crashGoroutineSchema = z.object({
  id: z.number().int(),
  state: z.string(),
  frames: z.array(crashFrameSchema),
  createdBy: crashFrameSchema.extend({ goroutine: z.number().int().nullable() }).optional(),
});

/** One crash as `faultline crash --json` prints it. */
export const crashSchema = z.object({
  kind: crashKindSchema,
  /** The dump carries what only the runtime prints in that place; false: someone says so. */
  confirmed: z.boolean(),
  unconfirmedReason: z.string().optional(),
  message: z.string().nullable(),
  runtime: z.enum(['classic', 'swiss', 'unknown']),
  goVersion: z
    .string()
    .optional()
    .describe('a range such as `1.19-1.23` where only the form of the dump tells'),
  crashing: z
    .object({
      goroutine: z.number().int(),
      role: roleSchema,
      op: z.string().optional(),
      ...place,
    })
    .nullable(),
  peer: z.object({
    certainty: z.enum(peerCertainties),
    candidates: z.array(
      z.object({
        goroutine: z.number().int().nullable(),
        /** What the other party did, where that is known: of a map fatal it always wrote. */
        role: roleSchema.optional(),
        ...place,
        why: z.string(),
      }),
    ),
  }),
  goroutines: z.array(crashGoroutineSchema),
  signature: z
    .string()
    .describe('sha256 over kind and the program’s own functions: the same bug has the same one'),
  complete: z.boolean(),
  losses: z.array(z.string()).describe('what is missing from the text, and what that hides'),
  /** Beyond the contract's fields, for people. */
  cannotTell: z.array(z.object({ what: z.string(), wouldTell: z.string() })),
  notes: z.array(z.string()).describe('mechanisms that this dump supports or refutes'),
  lines: z.object({ first: z.number().int(), last: z.number().int() }),
});
export type Crash = z.infer<typeof crashSchema>;

export const crashDocumentSchema = z.object({
  schema: z.literal('faultline.crash/1'),
  crashes: z.array(crashSchema),
});
export type CrashDocument = z.infer<typeof crashDocumentSchema>;
