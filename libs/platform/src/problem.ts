import type { ErrorCode, RejectionCode } from '@faultline/model';

/** An answer of RFC 9457, `application/problem+json`. `code` is stable; `remedy` says what to do. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

export type ProblemCode = ErrorCode | Extract<RejectionCode, 'FL_SOURCE_TRUNCATED' | 'FL_SOURCE_BOMB'>;

interface Row {
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

/** The one place where a code meets HTTP. `docs/errors.md` says the same with more room. */
const problems: Readonly<Record<ProblemCode, Row>> = {
  FL_USAGE: { status: 400, title: 'Not understood', remedy: 'Compare with /api/v1/openapi.json.' },
  FL_CONFIG_INVALID: { status: 500, title: 'Configuration unusable', remedy: 'Compare with .env.example.' },
  FL_NOTHING_READ: {
    status: 400,
    title: 'Nothing could be read',
    remedy: 'Send at least one record of a known kind.',
  },
  FL_NOT_FOUND: {
    status: 404,
    title: 'Not found',
    remedy: 'List what is there with GET /api/v1/incidents; paths are in /api/v1/openapi.json.',
  },
  FL_REQUEST_INVALID: { status: 400, title: 'Request invalid', remedy: 'Compare with /api/v1/openapi.json.' },
  FL_REQUEST_TOO_LARGE: {
    status: 413,
    title: 'Request too large',
    remedy: 'Send the records in several requests; a record sent twice counts once.',
  },
  FL_REQUEST_MEDIA_TYPE: {
    status: 415,
    title: 'Media type not accepted',
    remedy: 'Send Content-Type: application/x-ndjson, plain or with Content-Encoding: gzip.',
  },
  FL_REQUEST_CROSS_ORIGIN: {
    status: 403,
    title: 'Other origin',
    remedy: 'Use the console of this server, or a program that sends no Origin header.',
  },
  FL_REQUEST_HOST: {
    status: 421,
    title: 'Wrong host',
    remedy: 'Use 127.0.0.1 or localhost, or name the host in FAULTLINE_ALLOWED_HOSTS.',
  },
  FL_VERIFICATION_FAILED: {
    status: 409,
    title: 'Verification failed',
    remedy: 'Do not act on the document; analyse the raw records again.',
  },
  FL_DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'Database unavailable',
    remedy: 'Check that PostgreSQL runs, then try again.',
  },
  FL_DATABASE_TOO_OLD: {
    status: 503,
    title: 'PostgreSQL too old',
    remedy: 'Use PostgreSQL 15 or newer, or unset DATABASE_URL for the embedded server.',
  },
  FL_DATABASE_NEWER_SCHEMA: {
    status: 503,
    title: 'Database of a newer version',
    remedy: 'Use the newer version of Faultline.',
  },
  FL_DATABASE_FULL: {
    status: 507,
    title: 'Disk of the database is full',
    remedy: 'Make room on the disk of the data folder, then send the records again.',
  },
  FL_GRAPH_STALE: {
    status: 409,
    title: 'Graph of an earlier analysis',
    remedy: 'Nothing is lost: the graph of a later analysis is already there.',
  },
  FL_LEAD_LOST: {
    status: 503,
    title: 'Another process leads',
    remedy: 'Nothing is lost: the process that leads now renews the answer.',
  },
  FL_DATA_DIR_IN_USE: { status: 503, title: 'Data folder in use', remedy: 'Stop the other process.' },
  FL_DATA_DIR_UNUSABLE: {
    status: 503,
    title: 'Data folder unusable',
    remedy: 'Choose another folder with FAULTLINE_DATA_DIR.',
  },
  FL_KAFKA_UNAVAILABLE: {
    status: 503,
    title: 'Kafka unavailable',
    remedy:
      'Check that the brokers run and that their advertised listeners are reachable from here, then try again.',
  },
  FL_KAFKA_DENIED: {
    status: 503,
    title: 'Kafka denies access',
    remedy: 'Check mechanism, user and password, and what the user may do.',
  },
  FL_KAFKA_TOO_OLD: { status: 503, title: 'Kafka too old', remedy: 'Use Kafka 2.1 or newer.' },
  FL_KAFKA_TOPICS_MISSING: {
    status: 503,
    title: 'Kafka topics missing',
    remedy: 'Create them with: npx faultline topics.',
  },
  FL_KAFKA_COMPRESSED: {
    status: 503,
    title: 'Kafka topics compressed',
    remedy: 'Set compression.type=uncompressed with: npx faultline topics.',
  },
  FL_NEO4J_UNAVAILABLE: {
    status: 503,
    title: 'Neo4j unavailable',
    remedy: 'Check NEO4J_URL and that Neo4j runs, then try again.',
  },
  FL_NEO4J_DENIED: {
    status: 503,
    title: 'Neo4j refuses the log-in',
    remedy: 'Correct NEO4J_USER and NEO4J_PASSWORD, and the rights of that user.',
  },
  FL_NEO4J_TOO_OLD: { status: 503, title: 'Neo4j too old', remedy: 'Use Neo4j 5 or newer.' },
  FL_NEO4J_DATABASE_MISSING: {
    status: 503,
    title: 'Neo4j database missing',
    remedy: 'Correct NEO4J_DATABASE, or create and start that database.',
  },
  FL_NEO4J_NEWER_SCHEMA: {
    status: 503,
    title: 'Graph database of a newer version',
    remedy: 'Use the newer version of Faultline.',
  },
  FL_NEO4J_BUSY: {
    status: 503,
    title: 'Another process saves the graph',
    remedy: 'None is needed: the next analysis is saved when the other process has finished.',
  },
  FL_PORT_IN_USE: { status: 503, title: 'Port in use', remedy: 'Choose another port with PORT.' },
  FL_BINARY_UNSUPPORTED: {
    status: 500,
    title: 'Program not supported',
    remedy: 'Name a Go program for amd64 Linux of a known release.',
  },
  FL_PROBE_UNAVAILABLE: {
    status: 500,
    title: 'Probe not possible',
    remedy: 'Run the sensor as root where tracefs is mounted.',
  },
  FL_INTERNAL: {
    status: 500,
    title: 'Internal error',
    remedy: 'Look into the server log, and report it with the records that caused it if you can.',
  },
  FL_SOURCE_TRUNCATED: {
    status: 400,
    title: 'Compressed body damaged',
    remedy: 'Compress again and send everything; what was already accepted counts once.',
  },
  FL_SOURCE_BOMB: {
    status: 413,
    title: 'Compressed body grows too large',
    remedy: 'Send the records in smaller parts.',
  },
};

export function problemOf(code: ProblemCode, detail: string): Problem {
  const { status, title, remedy } = problems[code];
  return { type: `urn:faultline:error:${code}`, title, status, detail, code, message: detail, remedy };
}
