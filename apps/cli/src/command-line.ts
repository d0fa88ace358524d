import { FaultlineError } from '@faultline/model';
import { analyzeCommand } from './commands/analyze.command.js';
import { exitCodes, type Command } from './commands/command.js';
import { crashCommand } from './commands/crash.command.js';
import { graphCommand } from './commands/graph.command.js';
import { replayCommand } from './commands/replay.command.js';
import { reportCommand } from './commands/report.command.js';
import { serveCommand } from './commands/serve.command.js';
import { topicsCommand } from './commands/topics.command.js';
import { verifyCommand } from './commands/verify.command.js';
import { toolVersion } from './output/tool-version.js';
import { dropReading } from './reading/early-reading.js';

const commands: readonly Command[] = [
  analyzeCommand,
  reportCommand,
  verifyCommand,
  crashCommand,
  graphCommand,
  serveCommand,
  topicsCommand,
  replayCommand,
];

const help = `faultline: what started an incident, where can it be cut, and does the cut hold?

Usage: faultline COMMAND [options]

${commands.map((command) => `  ${command.name.padEnd(9)} ${command.summary}`).join('\n')}

faultline COMMAND --help tells more.`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(`${help}\n`);
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${toolVersion()}\n`);
    return exitCodes.ok;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined)
    throw new FaultlineError(
      'FL_USAGE',
      `there is no command ${JSON.stringify(name)}. See: faultline --help`,
    );
  const abort = new AbortController();
  // `serve` shuts down in its own order; the others have nothing to finish.
  if (command !== serveCommand) {
    process.once('SIGINT', () => {
      abort.abort();
      process.stderr.write('\ninterrupted; nothing was written\n');
      process.exitCode = exitCodes.interrupted;
    });
  }
  return command.run(rest, abort.signal);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Error && error.name === 'AbortError') return exitCodes.interrupted;
  if (!(error instanceof FaultlineError)) return exitCodes.internal;
  return error.code === 'FL_NOTHING_READ'
    ? exitCodes.nothingRead
    : error.code === 'FL_INTERNAL'
      ? exitCodes.internal
      : exitCodes.usage;
}

// A reader that closes early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const code = exitCodeOf(error);
  if (code !== exitCodes.interrupted) {
    const text =
      error instanceof FaultlineError
        ? `${error.code}: ${error.message}`
        : `FL_INTERNAL: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    process.stderr.write(`${text}\n`);
  }
  process.exitCode = code;
} finally {
  await dropReading();
}
