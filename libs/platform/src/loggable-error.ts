import { excerptOf } from '@faultline/model';

const MESSAGE_CHARS_MAX = 1_024;
const STACK_CHARS_MAX = 2_048;
const NAME_CHARS_MAX = 128;
/** An error, its cause, and the cause of that: three of them fit into one line. */
const DEPTH_MAX = 3;

/** What of an error may stand in a log. */
export interface LoggableError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggableError;
}

/**
 * The parts of an error that say what went wrong, bounded and masked; nothing else. Drivers hang what they were working on to their errors:
 * TypeORM's QueryFailedError has all parameters of a query, so a failed batch would put the records of a customer into the log.
 * Never throws, whatever it is given.
 */
export function loggableError(thrown: unknown): LoggableError {
  try {
    return partsOf(thrown, DEPTH_MAX);
  } catch {
    // A getter or a proxy may throw.
    return { type: typeof thrown, message: '[unreadable]' };
  }
}

function partsOf(thrown: unknown, depth: number): LoggableError {
  if (!(thrown instanceof Error))
    return {
      type: typeof thrown,
      message: typeof thrown === 'string' ? excerptOf(thrown, MESSAGE_CHARS_MAX) : '',
    };
  const code = codeOf(thrown);
  const frames = framesOf(thrown);
  const { cause } = thrown;
  return {
    type: excerptOf(thrown.name, NAME_CHARS_MAX),
    ...(code === '' ? {} : { code }),
    message: excerptOf(thrown.message, MESSAGE_CHARS_MAX),
    ...(frames === '' ? {} : { stack: frames }),
    ...(cause === undefined || cause === null || depth <= 1 ? {} : { cause: partsOf(cause, depth - 1) }),
  };
}

/** `ECONNREFUSED`, `23505`, `FL_DATABASE_FULL`; some drivers use numbers. */
function codeOf(error: Error): string {
  const code: unknown = 'code' in error ? error.code : '';
  return typeof code === 'string' || typeof code === 'number' ? excerptOf(String(code), NAME_CHARS_MAX) : '';
}

/** A stack begins with the message, which stands beside it already and may be long. */
function framesOf({ stack }: Error): string {
  if (typeof stack !== 'string') return '';
  const start = stack.indexOf('\n    at ');
  return start < 0 ? '' : excerptOf(stack.slice(start + 1), STACK_CHARS_MAX);
}
