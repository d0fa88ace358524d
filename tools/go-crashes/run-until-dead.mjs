// @ts-check
// Races are best effort: a run that lives on is stopped and started again.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

/** Our programs do nothing but race: most die within 50 ms, and one that has not after this time is better started again. */
const runTimeoutMs = 5_000;
const attemptsMax = 8;
/** 500 goroutines with all frames are below 1 MB. */
const outputBytesMax = 16 * 1024 * 1024;

/**
 * @typedef {{ readonly text: string, readonly exitCode: number }} Death exit code as a shell gives it: 134 for SIGABRT
 * @typedef {{ file: string, env: Readonly<Record<string, string>>, accept?: (death: Death) => boolean }} Run
 */

/** Standard output and error as one text, in the order of arrival. @param {Run} run @returns {Promise<Death | undefined>} undefined: it lived on */
function once({ file, env }) {
  return new Promise((resolve, reject) => {
    // No core file: GOTRACEBACK=crash ends with SIGABRT, and some machines keep cores in the working folder.
    const child = spawn('/bin/sh', ['-c', 'ulimit -c 0; exec "$0" 2>&1', file], {
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    /** @type {Buffer[]} */
    const chunks = [];
    let bytes = 0;
    let stopped = false;
    const stop = () => {
      stopped = true;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(stop, runTimeoutMs);
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      bytes += chunk.length;
      if (bytes > outputBytesMax) stop();
      else chunks.push(chunk);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(clock);
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolve(stopped ? undefined : { text: Buffer.concat(chunks).toString('utf8'), exitCode });
    });
  });
}

/**
 * The first death that `accept` takes. Throws when none of the attempts gave one, with the last text.
 *
 * @param {Run} run
 * @returns {Promise<Death>}
 */
export async function runUntilDead(run) {
  /** @type {Death | undefined} */
  let last;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const death = await once(run);
    if (death !== undefined && (run.accept?.(death) ?? true)) return death;
    last = death ?? last;
  }
  throw new Error(
    `${run.file}: no such death in ${attemptsMax} runs; the last one:\n${last?.text ?? 'none'}`,
  );
}
