import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import process from 'node:process';
import { FaultlineError, type ErrorCode, type Sha256 } from '@faultline/model';
import { crashRecord } from './crash/crash-record.js';
import { readOptions, usage } from './options.js';
import { openSensor, type SensorOutput } from './sensor.js';

/** A person does not notice the difference, and looking costs one system call. */
const everyMs = 100;
const exitCodes: Partial<Record<ErrorCode, number>> = {
  FL_USAGE: 2,
  FL_BINARY_UNSUPPORTED: 3,
  FL_PROBE_UNAVAILABLE: 4,
};

const sha256: Sha256 = (data) => createHash('sha256').update(data).digest('hex');

function note(text: string): void {
  process.stderr.write(`faultline-go-fatal: ${text}\n`);
}

function outputFor(service: string | null): SensorOutput {
  const origin = { host: hostname(), service };
  return {
    note,
    crash(crash) {
      process.stdout.write(`${JSON.stringify(crashRecord(crash, origin))}\n`);
    },
  };
}

function run(): void {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const machine = { platform: process.platform, architecture: process.arch };
  const sensor = openSensor(options, machine, sha256, outputFor(options.service));
  // Whatever ends this process, short of SIGKILL, the probe goes; after SIGKILL the next start removes it.
  process.once('exit', () => sensor.close());
  const timer = setInterval(() => {
    if (sensor.look()) return;
    note('the process is gone or the file was replaced: nothing left to watch');
    end();
  }, everyMs);
  const end = (): void => {
    clearInterval(timer);
    sensor.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Whoever read our lines is gone.
  process.stdout.on('error', end);
}

try {
  run();
} catch (error) {
  const code = error instanceof FaultlineError ? exitCodes[error.code] : undefined;
  if (!(error instanceof FaultlineError) || code === undefined) throw error;
  note(`${error.code}: ${error.message}`);
  process.exitCode = code;
}
