import { parseArgs } from 'node:util';
import { canReadAhead, ReadingAhead } from '@faultline/adapter-files';
import { analysisOptions } from '../commands/analysis-options.js';

/**
 * No JSON source reads a member of this name, which in Windows events is half of the bytes: its text need not be decoded and parsed. The
 * test over the public data holds that no event depends on it.
 */
export const cutName = 'Message';

let early: ReadingAhead | null = null;

/** Starts reading what the command line seems to name, a moment before the command itself decides. A command that does not want it exits. */
export function readEarly(args: readonly string[]): void {
  if (!canReadAhead || (args[0] !== 'analyze' && args[0] !== 'report')) return;
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(1),
      options: { ...analysisOptions, json: { type: 'boolean' }, out: { type: 'string', short: 'o' } },
      allowPositionals: true,
    });
    if (values.help !== true && positionals.length > 0) early = readingOf(positionals);
  } catch {
    // A wrong option: the command says so.
  }
}

/** The reading that was started early, or one that starts now; null where no thread can run. */
export function takeReading(paths: readonly string[]): ReadingAhead | null {
  const started = early;
  early = null;
  if (started !== null && started.request.paths.join('\0') === paths.join('\0')) return started;
  return canReadAhead ? readingOf(paths) : null;
}

function readingOf(paths: readonly string[]): ReadingAhead {
  return new ReadingAhead({ paths, options: {}, cutName });
}

/** Ends a reading that no command took, so that a command which refuses its options does not wait for it. */
export async function dropReading(): Promise<void> {
  const unwanted = early;
  early = null;
  await unwanted?.stop();
}
