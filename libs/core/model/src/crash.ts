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

/** What a probe in the kernel saw of a crash: no text of the program's, so nobody has to believe a log. */
export const crashProbeSchema = z.object({
  source: z.literal('uprobe'),
  /** The first hit, microseconds UTC. */
  atUs: z.number().int(),
  /** Null: the kernel had not noted the process of the thread. */
  pid: z.number().int().nullable(),
  /** Name of the thread, at most 15 bytes; a program chooses it itself. */
  comm: z.string(),
  binary: z.string(),
  /** One for each goroutine that reached the fatal error: two and more where a dump shows one. */
  hits: z.array(
    z.object({
      atUs: z.number().int(),
      threadId: z.number().int(),
      /** Null: the scheduler's own stack, which is nobody's. */
      goroutine: z.number().int().nullable(),
      message: z.string().nullable(),
    }),
  ),
});
export type CrashProbe = z.infer<typeof crashProbeSchema>;

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
  /** 0 where a probe saw the crash and no text was read. */
  lines: z.object({ first: z.number().int(), last: z.number().int() }),
  probe: crashProbeSchema.optional(),
});
export type Crash = z.infer<typeof crashSchema>;

/** What one text tells. */
const crashesOfText = {
  crashes: z.array(crashSchema),
  dumpsBeyond: z.number().int().optional().describe('further dumps, behind the limit of what is judged'),
  problem: z.string().optional().describe('why the text could not be read, or not to its end'),
};

export const crashDocumentSchema = z.object({
  schema: z.literal('faultline.crash/1'),
  ...crashesOfText,
});
export type CrashDocument = z.infer<typeof crashDocumentSchema>;

/** Of several files: one entry each, in the order in which they were named. */
export const crashDocumentsSchema = z.object({
  schema: z.literal('faultline.crash/1'),
  documents: z.array(z.object({ path: z.string(), ...crashesOfText })),
});
export type CrashDocuments = z.infer<typeof crashDocumentsSchema>;
