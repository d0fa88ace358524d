import { spawn } from 'node:child_process';
import { lastLines } from './last-lines.js';

/** Enough of an output to explain a failure; a build that talks without end must not fill the memory. */
const outputMaxChars = 256 * 1024;

/**
 * Runs a program to its end and gives what it printed. Throws with the last lines of its output when it fails, cannot be started or takes
 * longer than `timeoutMs` (it is killed then).
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  timeoutMs: number,
): Promise<string> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-outputMaxChars);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const end = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? String(code)));
  });
  if (end !== '0') throw new Error(`${program} ended with ${end}:\n${lastLines(output)}`);
  return output;
}
