import { maskSecrets } from '@faultline/model';
import { type DestinationStream, type Logger, pino } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
export type { Logger };

const STDERR = 2;

/**
 * JSON lines on stderr; stdout belongs to results. Every line is masked, for a log may quote what an attacker or a customer sent.
 * Levels: error = data lost or someone must act; warn = handled, but worth knowing; info = what happened.
 */
export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: STDERR, sync: true }),
): Logger {
  const masked: DestinationStream = { write: (line) => destination.write(maskSecrets(line)) };
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message', errorKey: 'error' },
    masked,
  );
}
