import { z } from 'zod';
import { crashSchema } from './crash.js';

/*
 * One flat, monomorphic shape per kind of event: fields are always present and null when the source does not say, so that the engine
 * keeps one hidden class per kind and a rule never has to sniff. Names in comments are those of ECS 8 where ECS has one.
 */
const text = z.string();
const textOrNull = z.string().nullable();
const numberOrNull = z.number().nullable();

const base = {
  /** 32 hex digits of the record's SHA-256; a record that yields several events appends `-1`, `-2`, … */
  id: text,
  /** @timestamp: when it happened, microseconds UTC, after clock alignment. */
  atUs: z.number(),
  /** event.created: when a collector saw it; null when the record does not say. */
  observedAtUs: numberOrNull,
  /** Events that share a clock and so can be cross-checked, for instance `host/sysmon/3`; null when the clock is the source's own and trusted. */
  clock: textOrNull,
  /** event.dataset, for instance `windows.sysmon`. */
  dataset: text,
  record: z.object({ path: text, line: z.number().int(), offset: z.number(), length: z.number() }),
};

/** `key` is the ProcessGuid, or `pid@start` where the source has no guid; unique within the host. */
const processRef = z.object({ key: text, pid: numberOrNull, image: textOrNull, user: textOrNull });
export type ProcessRef = z.infer<typeof processRef>;

const hostBase = { ...base, host: text };

export const processStartSchema = z.object({
  ...hostBase,
  kind: z.literal('process.start'),
  process: processRef,
  parent: processRef.nullable(),
  commandLine: textOrNull,
  workingDirectory: textOrNull,
  sha256: textOrNull,
  integrity: textOrNull,
  logonId: textOrNull,
});
export const processEndSchema = z.object({
  ...hostBase,
  kind: z.literal('process.end'),
  process: processRef,
});
export const processAccessSchema = z.object({
  ...hostBase,
  kind: z.literal('process.access'),
  source: processRef,
  target: processRef,
  /** PROCESS_* rights of winnt.h as a bit mask. */
  grantedAccess: z.number(),
  /** The call came from memory that belongs to no module (Sysmon writes UNKNOWN). */
  callerUnbacked: z.boolean(),
  /** The call stack passes dbghelp.dll or dbgcore.dll: MiniDumpWriteDump. */
  callerDumps: z.boolean(),
});
export const processInjectSchema = z.object({
  ...hostBase,
  kind: z.literal('process.inject'),
  source: processRef,
  target: processRef,
});
export const imageLoadSchema = z.object({
  ...hostBase,
  kind: z.literal('image.load'),
  process: processRef,
  path: text,
  signed: z.boolean().nullable(),
  signer: textOrNull,
  sha256: textOrNull,
});
export const fileWriteSchema = z.object({
  ...hostBase,
  kind: z.literal('file.write'),
  process: processRef,
  path: text,
  sha256: textOrNull,
  /** Mark of the web: the write was of a `:Zone.Identifier` stream (already removed from `path`), with what it says. */
  zone: z.object({ id: numberOrNull, hostUrl: textOrNull, referrerUrl: textOrNull }).nullable(),
});
export const fileDeleteSchema = z.object({
  ...hostBase,
  kind: z.literal('file.delete'),
  process: processRef,
  path: text,
});
export const networkFlowSchema = z.object({
  ...hostBase,
  kind: z.literal('network.flow'),
  process: processRef.nullable(),
  initiated: z.boolean(),
  sourceIp: text,
  sourcePort: numberOrNull,
  destinationIp: text,
  destinationPort: numberOrNull,
  destinationDomain: textOrNull,
});
export const dnsQuerySchema = z.object({
  ...hostBase,
  kind: z.literal('dns.query'),
  process: processRef.nullable(),
  name: text,
  answers: z.array(text),
});
export const registryWriteSchema = z.object({
  ...hostBase,
  kind: z.literal('registry.write'),
  process: processRef,
  /** registry.path */
  path: text,
  value: textOrNull,
});
export const pipeSchema = z.object({
  ...hostBase,
  kind: z.literal('pipe'),
  process: processRef,
  name: text,
  created: z.boolean(),
});
export const logonSchema = z.object({
  ...hostBase,
  kind: z.literal('logon'),
  user: text,
  outcome: z.enum(['success', 'failure', 'unknown']),
  logonId: textOrNull,
  logonType: numberOrNull,
  sourceIp: textOrNull,
  process: processRef.nullable(),
});

export const alertSchema = z.object({
  ...base,
  kind: z.literal('alert'),
  rule: text,
  name: text,
  /** event.severity scaled to 0..100; null when the source gives none. */
  severity: numberOrNull,
  host: textOrNull,
  service: textOrNull,
  sourceIp: textOrNull,
  destinationIp: textOrNull,
  user: textOrNull,
  process: processRef.nullable(),
  httpStatus: numberOrNull,
  count: z.number(),
  message: textOrNull,
});

const requestBase = {
  ...base,
  service: text,
  environment: textOrNull,
  sourceIp: textOrNull,
  method: textOrNull,
  status: numberOrNull,
  domain: textOrNull,
  path: textOrNull,
  userAgent: textOrNull,
  traceId: textOrNull,
};
/** A request served by a service, without a token in the record. */
export const httpAccessSchema = z.object({ ...requestBase, kind: z.literal('http.access') });
export const tokenUseSchema = z.object({
  ...requestBase,
  kind: z.literal('token.use'),
  token: z.object({
    iss: textOrNull,
    kid: textOrNull,
    alg: textOrNull,
    typ: textOrNull,
    jti: textOrNull,
    iatUs: numberOrNull,
    nbfUs: numberOrNull,
    expUs: numberOrNull,
    aud: z.array(text),
    azp: textOrNull,
    subHmac: textOrNull,
    /** Join key: keyed HMAC of the token, never the token. */
    tokenHmac: textOrNull,
    headerKeys: z.array(text),
    claimKeys: z.array(text),
    verified: z.boolean().nullable(),
    error: textOrNull,
  }),
});
export const tokenIssueSchema = z.object({
  ...base,
  kind: z.literal('token.issue'),
  /** Keycloak event type: CODE_TO_TOKEN, REFRESH_TOKEN, CLIENT_LOGIN, … */
  type: text,
  realm: textOrNull,
  clientId: textOrNull,
  userId: textOrNull,
  sessionId: textOrNull,
  sourceIp: textOrNull,
  /** details.token_id; null where the ledger does not name the token. */
  jti: textOrNull,
});
/** Authentication that issues no token: LOGIN, LOGIN_ERROR, LOGOUT, … */
export const authEventSchema = z.object({
  ...base,
  kind: z.literal('auth.event'),
  type: text,
  realm: textOrNull,
  clientId: textOrNull,
  userId: textOrNull,
  sessionId: textOrNull,
  sourceIp: textOrNull,
  error: textOrNull,
});
export const jwksSchema = z.object({
  ...base,
  kind: z.literal('jwks.observed'),
  issuer: text,
  service: textOrNull,
  keys: z.array(z.object({ kid: textOrNull, alg: textOrNull, kty: text, thumbprint: textOrNull })),
});

const stepSchema = z.object({
  number: numberOrNull,
  name: text,
  conclusion: textOrNull,
  startedAtUs: numberOrNull,
  completedAtUs: numberOrNull,
});
export type CicdStep = z.infer<typeof stepSchema>;

export const pushSchema = z.object({
  ...base,
  kind: z.literal('vcs.push'),
  repository: text,
  ref: textOrNull,
  commit: text,
  before: textOrNull,
  sender: textOrNull,
  commits: z.array(z.object({ id: text, author: textOrNull, paths: z.array(text) })),
});
/** A pipeline run, GitHub `workflow_run` or CDEvents `pipelinerun`. */
export const runSchema = z.object({
  ...base,
  kind: z.literal('cicd.run'),
  system: z.enum(['github', 'cdevents']),
  repository: textOrNull,
  runId: text,
  attempt: z.number().int(),
  pipeline: textOrNull,
  workflowPath: textOrNull,
  branch: textOrNull,
  commit: textOrNull,
  actor: textOrNull,
  phase: z.enum(['queued', 'started', 'finished']),
  outcome: textOrNull,
  startedAtUs: numberOrNull,
  finishedAtUs: numberOrNull,
  /** Run URL and CDEvents chainId: joins to artefacts and deployments. */
  url: textOrNull,
  chainId: textOrNull,
});
/** A job of a run, GitHub `workflow_job` or CDEvents `taskrun`. */
export const jobSchema = z.object({
  ...base,
  kind: z.literal('cicd.job'),
  system: z.enum(['github', 'cdevents']),
  repository: textOrNull,
  runId: textOrNull,
  attempt: z.number().int(),
  jobId: text,
  jobName: textOrNull,
  pipeline: textOrNull,
  branch: textOrNull,
  commit: textOrNull,
  runner: textOrNull,
  labels: z.array(text),
  phase: z.enum(['queued', 'started', 'finished']),
  outcome: textOrNull,
  startedAtUs: numberOrNull,
  finishedAtUs: numberOrNull,
  steps: z.array(stepSchema),
  url: textOrNull,
  chainId: textOrNull,
});
/** One line of a job log, raw text masked; `atUs` null where the line carries no time. */
const logLine = z.object({ atUs: numberOrNull, text });
export const jobLogSchema = z.object({
  ...base,
  kind: z.literal('cicd.log'),
  repository: text,
  runId: text,
  attempt: z.number().int(),
  jobId: text,
  jobName: textOrNull,
  lines: z.array(logLine),
});
export const artifactSchema = z.object({
  ...base,
  kind: z.literal('cicd.artifact'),
  phase: z.enum(['packaged', 'published', 'signed', 'other']),
  /** package URL as given, percent-decoded. */
  purl: text,
  name: text,
  /** `sha256:…` */
  digest: textOrNull,
  commit: textOrNull,
  runUrl: textOrNull,
  chainId: textOrNull,
});
export const deploymentSchema = z.object({
  ...base,
  kind: z.literal('cicd.deployment'),
  phase: z.enum(['deployed', 'upgraded', 'rolledback', 'removed', 'other']),
  service: text,
  environment: textOrNull,
  purl: textOrNull,
  digest: textOrNull,
  runUrl: textOrNull,
  chainId: textOrNull,
});
export const provenanceSchema = z.object({
  ...base,
  kind: z.literal('cicd.provenance'),
  subjects: z.array(z.object({ name: textOrNull, digest: text })),
  commits: z.array(text),
  builderId: textOrNull,
  runUrl: textOrNull,
  signed: z.boolean(),
});
export const changeSchema = z.object({
  ...base,
  kind: z.literal('change'),
  changeId: text,
  startUs: z.number(),
  endUs: z.number(),
  services: z.array(text),
  summary: textOrNull,
});

/** A committed database transaction's record, wal2json v2. `lsn` orders, `xid` groups within one `stream`. */
const walBase = { ...base, xid: textOrNull, lsn: textOrNull };
export const walBoundarySchema = z.object({
  ...walBase,
  kind: z.literal('wal.boundary'),
  action: z.enum(['begin', 'commit']),
});
export const walContextSchema = z.object({
  ...walBase,
  kind: z.literal('wal.context'),
  transactional: z.boolean(),
  service: textOrNull,
  traceId: textOrNull,
  tokenHmac: textOrNull,
  /** The message carries nonce and mac; unsigned context is `claimed`. */
  signed: z.boolean(),
});
const walValue = z.object({ name: text, type: textOrNull, value: textOrNull });
export const walChangeSchema = z.object({
  ...walBase,
  kind: z.literal('wal.change'),
  action: z.enum(['insert', 'update', 'delete', 'truncate']),
  schema: text,
  table: text,
  /** Values as exact decimal text or JSON text; null is SQL NULL. */
  columns: z.array(walValue),
  identity: z.array(walValue),
});

export const cloudCallSchema = z.object({
  ...base,
  kind: z.literal('cloud.call'),
  account: textOrNull,
  region: textOrNull,
  /** eventSource without `.amazonaws.com` */
  service: text,
  operation: text,
  readOnly: z.boolean().nullable(),
  principalType: textOrNull,
  principalArn: textOrNull,
  userName: textOrNull,
  accessKeyId: textOrNull,
  /** Role behind an assumed-role session, and the session's name (for an instance profile the instance id). */
  roleArn: textOrNull,
  sessionName: textOrNull,
  sourceIp: textOrNull,
  userAgent: textOrNull,
  errorCode: textOrNull,
  /** Credentials that this call issued. */
  issued: z.object({ accessKeyId: text, roleArn: textOrNull, sessionName: textOrNull }).nullable(),
  /** `s3://bucket/key`, ARNs and ids that the call names. */
  resources: z.array(text),
});

/** A Go process died, or its race detector spoke. What the wrapping of the log does not say is null. */
export const crashEventSchema = z.object({
  ...base,
  kind: z.literal('crash'),
  host: textOrNull,
  service: textOrNull,
  /** Name or id. */
  container: textOrNull,
  pid: numberOrNull,
  program: textOrNull,
  /** systemd unit. */
  unit: textOrNull,
  exitCode: numberOrNull,
  /** As judged; the goroutines that matter come first, those beyond the limit of an event are counted only. */
  crash: crashSchema,
  goroutinesBeyond: z.number().int(),
});

/** A ready causal link of `faultline.link/1`. */
const linkEnd = z.object({ kind: text, key: text, cost: z.number().nullable() });
export const linkEventSchema = z.object({
  ...base,
  kind: z.literal('link'),
  from: linkEnd,
  to: linkEnd,
  seq: numberOrNull,
  linkKind: text,
  bytes: numberOrNull,
  evidence: z.array(text),
});

/** Recognised and timed, but no rule draws anything from it yet. Kept, so that nothing is dropped. */
export const otherEventSchema = z.object({
  ...base,
  kind: z.literal('other'),
  action: text,
  host: textOrNull,
  service: textOrNull,
});

export const eventSchema = z.discriminatedUnion('kind', [
  processStartSchema,
  processEndSchema,
  processAccessSchema,
  processInjectSchema,
  imageLoadSchema,
  fileWriteSchema,
  fileDeleteSchema,
  networkFlowSchema,
  dnsQuerySchema,
  registryWriteSchema,
  pipeSchema,
  logonSchema,
  alertSchema,
  httpAccessSchema,
  tokenUseSchema,
  tokenIssueSchema,
  authEventSchema,
  jwksSchema,
  pushSchema,
  runSchema,
  jobSchema,
  jobLogSchema,
  artifactSchema,
  deploymentSchema,
  provenanceSchema,
  changeSchema,
  walBoundarySchema,
  walContextSchema,
  walChangeSchema,
  cloudCallSchema,
  crashEventSchema,
  linkEventSchema,
  otherEventSchema,
]);
/** A normalised record. What its source said beyond these fields is read back from the raw record (`unmapped`). */
export type Event = z.infer<typeof eventSchema>;
export type EventKind = Event['kind'];
export type EventOf<K extends EventKind> = Extract<Event, { kind: K }>;
