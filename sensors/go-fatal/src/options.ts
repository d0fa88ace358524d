import { parseArgs } from 'node:util';
import { FaultlineError } from '@faultline/model';

export interface Options {
  readonly help: boolean;
  /** Of the program, as it is told in the events. */
  readonly path: string;
  /** Set where a running process was named: only its hits count. */
  readonly processId: number | null;
  readonly tracefs: string | undefined;
  readonly service: string | null;
}

export const usage = `Usage: faultline-go-fatal (--binary PATH | --pid N) [--service NAME] [--tracefs DIR]

Watches the point in a Go program at which the runtime gives up (concurrent map writes and the like), and prints one line of
JSON for each process that dies there: an event for \`faultline analyze\` and POST /api/v1/records. Linux on amd64, as root;
Go 1.18 to 1.27.

  --binary PATH   the program: every process that runs this very file
  --pid N         one process that runs now
  --service NAME  the service to which the crash belongs, as its logs name it
  --tracefs DIR   where tracefs is mounted (default /sys/kernel/tracing, /sys/kernel/debug/tracing)

Ends with 0 on SIGINT and SIGTERM, and when the process is gone or the file was replaced.`;

/** FL_USAGE for anything else than the above. */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  const { binary, pid, tracefs, service = null, help = false } = values;
  const rest = { help, tracefs, service };
  if (help) return { ...rest, path: '', processId: null };
  if ((binary === undefined) === (pid === undefined)) throw notUnderstood('name either --binary or --pid');
  if (pid === undefined) return { ...rest, path: binary ?? '', processId: null };
  if (!/^[1-9]\d{0,9}$/.test(pid)) throw notUnderstood(`--pid ${JSON.stringify(pid)}: give a process id`);
  return { ...rest, path: `/proc/${pid}/exe`, processId: Number(pid) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        binary: { type: 'string' },
        pid: { type: 'string' },
        tracefs: { type: 'string' },
        service: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
    }).values;
  } catch (cause) {
    throw notUnderstood(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function notUnderstood(what: string, cause?: unknown): FaultlineError {
  return new FaultlineError('FL_USAGE', `${what}. See: faultline-go-fatal --help`, { cause });
}
