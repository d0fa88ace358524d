import { excerptOf, maskSecrets } from '@faultline/model';
import { type DestinationStream, type Logger, pino } from 'pino';
import { boundedLine } from './bounded-line.js';
import { loggableError } from './loggable-error.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
export type { Logger };

const STDERR = 2;
/** Room enough for a sentence with an address; pino repeats the message of an error here, however long it is. */
const MESSAGE_CHARS_MAX = 1_024;

/**
 * JSON lines on stderr; stdout belongs to results. Every line is masked, for a log may quote what an attacker or a customer sent, and
 * bounded; of an error stands there what `loggableError` keeps.
 * Levels: error = data lost or someone must act; warn = handled, but worth knowing; info = what happened.
 */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: STDERR, sync: true }),
): Logger {
  // The bound comes first: masking a line of megabytes takes time.
  const masked: DestinationStream = { write: (line) => destination.write(maskSecrets(boundedLine(line))) };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      errorKey: 'error',
      serializers: { error: loggableError, err: loggableError, message: messageOf },
    },
    masked,
  );
}

function messageOf(message: unknown): string {
  return excerptOf(typeof message === 'string' ? message : typeof message, MESSAGE_CHARS_MAX);
}
