/** Codes of failures that stop a command or a request. Each is explained in `docs/errors.md`. */
export const errorCodes = [
  'FL_USAGE',
  'FL_CONFIG_INVALID',
  'FL_NOTHING_READ',
  'FL_NOT_FOUND',
  'FL_REQUEST_INVALID',
  'FL_REQUEST_TOO_LARGE',
  'FL_REQUEST_MEDIA_TYPE',
  'FL_REQUEST_CROSS_ORIGIN',
  'FL_REQUEST_HOST',
  'FL_VERIFICATION_FAILED',
  'FL_DATABASE_UNAVAILABLE',
  'FL_DATABASE_TOO_OLD',
  'FL_DATABASE_NEWER_SCHEMA',
  'FL_DATABASE_FULL',
  'FL_GRAPH_STALE',
  'FL_LEAD_LOST',
  'FL_DATA_DIR_IN_USE',
  'FL_DATA_DIR_UNUSABLE',
  'FL_KAFKA_UNAVAILABLE',
  'FL_KAFKA_DENIED',
  'FL_KAFKA_TOO_OLD',
  'FL_KAFKA_TOPICS_MISSING',
  'FL_KAFKA_COMPRESSED',
  'FL_NEO4J_UNAVAILABLE',
  'FL_NEO4J_DENIED',
  'FL_NEO4J_TOO_OLD',
  'FL_NEO4J_DATABASE_MISSING',
  'FL_NEO4J_NEWER_SCHEMA',
  'FL_NEO4J_BUSY',
  'FL_PORT_IN_USE',
  'FL_BINARY_UNSUPPORTED',
  'FL_PROBE_UNAVAILABLE',
  'FL_INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A broken world (not a broken record: that is a `Rejected` value). The message says what is wrong, where, and what to do. */
export class FaultlineError extends Error {
  override readonly name = 'FaultlineError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
