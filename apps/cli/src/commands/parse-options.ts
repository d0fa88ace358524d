import { parseArgs, type ParseArgsConfig } from 'node:util';
import { FaultlineError } from '@faultline/model';

type Options = NonNullable<ParseArgsConfig['options']>;

/** `node:util` parseArgs with our error: an unknown option or a missing value is FL_USAGE and names the remedy. */
export function parseOptions<T extends Options>(
  command: string,
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const text = cause instanceof Error ? cause.message.split('. To specify')[0] : String(cause);
    throw new FaultlineError('FL_USAGE', `${text ?? ''}. See: faultline ${command} --help`, { cause });
  }
}

/** A whole number of at least 1. */
export function positiveInteger(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1_000_000) {
    throw new FaultlineError(
      'FL_USAGE',
      `${name} ${JSON.stringify(text)}: give a whole number from 1 to 1000000`,
    );
  }
  return value;
}

/** `+08:00`, `-0530`, `Z` or `UTC` as minutes east of UTC. */
export function offsetMinutes(text: string): number {
  if (/^(?:z|utc)$/i.test(text)) return 0;
  const match = /^(?:utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text);
  const minutes = match === null ? NaN : Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (match === null || minutes > 14 * 60)
    throw new FaultlineError('FL_USAGE', `--utc-offset ${JSON.stringify(text)}: write it like +08:00`);
  return match[1] === '-' ? -minutes : minutes;
}
