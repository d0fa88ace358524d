import { FaultlineError } from '@faultline/model';
import { untilShutdown } from '@faultline/platform';

/** Exit codes as those of the command line tool. */
const USAGE = 2;
const FAILED = 1;

export interface Running {
  /** One line for people, when the process does its work. */
  readonly ready: string;
  /** Rejects when the work cannot go on whatever is waited for. */
  readonly ended?: Promise<void>;
  close(): Promise<void>;
}

/**
 * The life of a server process: start, one line on stdout when it is ready, work until a signal, close in good order. What keeps it from
 * starting is said on stderr, with its code and what to do. Where something still holds the process after a failed start or close, it is ended.
 */
export async function runProcess(name: string, start: () => Promise<Running>): Promise<void> {
  const code = process.argv.length > 2 ? usage(name, process.argv.slice(2)) : await live(name, start);
  process.exitCode = code;
  if (code !== 0) process.exit(code);
}

/** A process of its own has no options: everything comes from the environment. */
function usage(name: string, given: readonly string[]): number {
  const help = given.length === 1 && (given[0] === '--help' || given[0] === '-h');
  const text = `${name} takes no arguments; its settings come from the environment, see .env.example and docs/deploy.md.\n`;
  (help ? process.stdout : process.stderr).write(text);
  return help ? 0 : USAGE;
}

async function live(name: string, start: () => Promise<Running>): Promise<number> {
  const starting = start();
  // From the start, so that a signal during a long start does not leave anything behind.
  const stopped = untilShutdown({
    onError: (error) => tell(name, error),
    close: async () => (await starting).close(),
  });
  try {
    const running = await starting;
    process.stdout.write(`${running.ready}\n`);
    return await Promise.race([stopped, running.ended?.then(() => stopped) ?? stopped]);
  } catch (error) {
    tell(name, error);
    await starting.then((running) => running.close()).catch(() => undefined);
    return error instanceof FaultlineError && error.code === 'FL_CONFIG_INVALID' ? USAGE : FAILED;
  }
}

function tell(name: string, error: unknown): void {
  const known = error instanceof FaultlineError;
  const said = known
    ? `${error.code}: ${error.message}`
    : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${name}: ${said}\n`);
}
