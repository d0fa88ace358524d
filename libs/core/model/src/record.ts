/** Where a record's bytes are. `offset` and `length` are in bytes of the decompressed source, `line` counts from 1. */
export interface RecordRef {
  readonly path: string;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** One record as it was read, decoded from UTF-8 (bad sequences become U+FFFD; the identity is over the raw bytes). */
export interface RawRecord extends RecordRef {
  /** First 32 hex digits of the SHA-256 of the raw bytes: the same record twice is the same record. */
  readonly id: string;
  readonly text: string;
}

/** What one pass over a JSON text tells without building a value. Exact for valid JSON, harmless for anything else. */
export interface JsonScan {
  /** Members of all objects, counted in the text: more than the parsed value has means a duplicate key. */
  keys: number;
  /** Deepest nesting; the pass may stop beyond 64. */
  depth: number;
  /** A number literal that a double may not hold: 16 digits or more, or an exponent. */
  wideNumber: boolean;
}

/**
 * Why a record could not become an event. Each code is explained in `docs/errors.md`.
 */
export const rejectionCodes = [
  'FL_RECORD_SYNTAX',
  'FL_RECORD_TOO_LONG',
  'FL_RECORD_TOO_DEEP',
  'FL_RECORD_DUPLICATE_KEY',
  'FL_RECORD_UNRECOGNISED',
  'FL_RECORD_SHAPE',
  'FL_RECORD_TIME',
  'FL_RECORD_BINARY',
  'FL_SOURCE_TRUNCATED',
  'FL_SOURCE_BOMB',
  'FL_SOURCE_UNREADABLE',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** A record that could not become an event. `excerpt` is at most 200 characters and masked (`maskSecrets`). */
export interface Rejected {
  readonly code: RejectionCode;
  readonly at: RecordRef;
  /** What is wrong and what to do, one sentence. */
  readonly reason: string;
  readonly excerpt: string;
}
