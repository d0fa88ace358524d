// `npm run build`: the libraries and apps (tsc -b), then the console where its source is there.
// `--libraries` leaves the console out. Nothing is done twice: tsc -b skips what is up to date.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const consoleDir = path.join(root, 'apps/console');
const startedAt = new Date();

run(require.resolve('typescript/bin/tsc'), ['-b'], root);
stamp(path.join(root, 'apps/cli/dist'));
if (!process.argv.includes('--libraries') && existsSync(path.join(consoleDir, 'index.html'))) {
  const vite = path.join(
    path.dirname(require.resolve('vite/package.json', { paths: [consoleDir] })),
    'bin/vite.js',
  );
  run(vite, ['build', '--logLevel', 'warn'], consoleDir);
}

/** Output goes to stderr: a command that builds itself must keep stdout for its result. */
function run(script, args, cwd) {
  const { status, error } = spawnSync(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 2, 2] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Tells apps/cli/bin/faultline.mjs up to when sources are built; tsc leaves the times of unchanged outputs alone. */
function stamp(directory) {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, '.built');
  writeFileSync(file, '');
  utimesSync(file, startedAt, startedAt);
}
