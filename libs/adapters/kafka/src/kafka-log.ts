import { maskSecrets } from '@faultline/model';
import { type LogEntry, logLevel, type logCreator } from 'kafkajs';
import type { KafkaLogLevel, KafkaLogSink, KafkaSettings } from './kafka-settings.js';

/** A stack or a whole assignment of partitions says enough in its first part. */
const fieldCharactersMax = 2_000;
/** Our own logger says when and who. */
const framing: ReadonlySet<string> = new Set(['timestamp', 'logger']);

/**
 * The driver's logger, led into ours. The driver calls it an error when a broker is away for a second and is tried again; with us an error is lost data,
 * so its errors are warnings.
 */
export function kafkaLogCreator(sink: KafkaLogSink, settings: KafkaSettings): logCreator {
  const clean = cleaner(settings);
  return () => (entry: LogEntry) => {
    const { message, ...fields } = entry.log;
    const cleaned = Object.entries(fields)
      .filter(([name]) => !framing.has(name))
      .map(([name, value]) => [name, clean(value)] as const);
    sink(levelOf(entry.level), String(clean(message)), Object.fromEntries(cleaned));
  };
}

function levelOf(level: logLevel): KafkaLogLevel {
  if (level === logLevel.ERROR || level === logLevel.WARN) return 'warn';
  return level === logLevel.INFO ? 'info' : 'debug';
}

/** Takes the password and whatever looks like a secret out of a value. */
function cleaner({ sasl }: KafkaSettings): (value: unknown) => unknown {
  const withoutPassword = (text: string): string =>
    sasl === null || sasl.password === '' ? text : text.replaceAll(sasl.password, '***');
  return (value) => {
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    return maskSecrets(withoutPassword(textOf(value))).slice(0, fieldCharactersMax);
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'cannot be shown';
  }
}
