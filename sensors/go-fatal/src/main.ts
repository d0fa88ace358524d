import { createHash } from 'node:crypto';
import process from 'node:process';
import { FaultlineError, type CrashDocument, type ErrorCode } from '@faultline/model';
import { readOptions, usage } from './options.js';
import { openSensor, type SensorOutput } from './sensor.js';

/** A person does not notice the difference, and looking costs one system call. */
const everyMs = 100;
const exitCodes: Partial<Record<ErrorCode, number>> = {
  FL_USAGE: 2,
  FL_BINARY_UNSUPPORTED: 3,
  FL_PROBE_UNAVAILABLE: 4,
};

const output: SensorOutput = {
  crash(crash) {
    const document: CrashDocument = { schema: 'faultline.crash/1', crashes: [crash] };
    process.stdout.write(`${JSON.stringify(document)}\n`);
  },
  note(text) {
    process.stderr.write(`faultline-go-fatal: ${text}\n`);
  },
};

function run(): void {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const machine = { platform: process.platform, architecture: process.arch };
  const sensor = openSensor(
    options,
    machine,
    (data) => createHash('sha256').update(data).digest('hex'),
    output,
  );
  // Whatever ends this process, short of SIGKILL, the probe goes; after SIGKILL the next start removes it.
  process.once('exit', () => sensor.close());
  const timer = setInterval(() => {
    if (sensor.look()) return;
    output.note('the process is gone or the file was replaced: nothing left to watch');
    end();
  }, everyMs);
  const end = (): void => {
    clearInterval(timer);
    sensor.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Whoever read our lines is gone.
  process.stdout.once('error', end);
}

try {
  run();
} catch (error) {
  const code = error instanceof FaultlineError ? exitCodes[error.code] : undefined;
  if (!(error instanceof FaultlineError) || code === undefined) throw error;
  output.note(`${error.code}: ${error.message}`);
  process.exitCode = code;
}
