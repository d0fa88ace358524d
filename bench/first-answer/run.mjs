// From `npm start` to the first answer: `node bench/first-answer/run.mjs [runs]`. Needs `npm ci`, which builds; each run has a data folder of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = Number(process.argv[2] ?? '3');
const launcher = fileURLToPath(new URL('../../apps/cli/bin/faultline.mjs', import.meta.url));
const limitMs = 180_000;

async function firstAnswer() {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-first-'));
  // The database's own account must be able to enter.
  chmodSync(folder, 0o711);
  const { DATABASE_URL: _, ...inherited } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [launcher, 'serve', '--demo'], {
    env: { ...inherited, PORT: '0', FAULTLINE_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let text = '';
    const heard = (words) =>
      new Promise((resolve, reject) => {
        const look = () => text.includes(words) && resolve(Math.round(performance.now() - start));
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('exit', () => reject(new Error(`ended before "${words}":\n${text}`)));
        setTimeout(() => reject(new Error(`no "${words}" in time:\n${text}`)), limitMs).unref();
      });
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    const [readyMs, rootCauseMs] = await Promise.all([heard('Faultline ready'), heard('Root cause')]);
    return { readyMs, rootCauseMs };
  } finally {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const results = [];
for (let run = 0; run < runs; run++) results.push(await firstAnswer());
process.stdout.write(
  `${JSON.stringify(
    {
      node: process.version,
      cores: availableParallelism(),
      load: loadavg()[0],
      runs: results,
      readyMs: middle(results.map((one) => one.readyMs)),
      rootCauseMs: middle(results.map((one) => one.rootCauseMs)),
    },
    null,
    2,
  )}\n`,
);
