#!/usr/bin/env node
// Starts the command line tool. Builds it first where that is needed, so that `npx faultline` works in a fresh clone after `npm ci`.
// Uses nothing newer than Node 14: it must be able to say "your Node is too old" on an old Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Faultline needs Node 20.19 or newer, this is Node ${process.versions.node}. Get it from https://nodejs.org`,
  );
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(root, 'apps/cli/dist/main.js');
const stamp = join(root, 'apps/cli/dist/.built');
const consoleDir = join(root, 'apps/console');
const consolePage = join(consoleDir, 'dist/index.html');
const lock = join(root, 'node_modules/.faultline-build.lock');
/** Several times the longest build seen on two busy cores. */
const lockWaitMs = 180_000;

const serves = process.argv[2] === 'serve';
if (needsBuild()) build();
await import('../dist/main.js');

function needsBuild() {
  if (!existsSync(join(root, 'tools/build.mjs'))) return false;
  return (
    !existsSync(main) ||
    librariesMs() > modifiedMs(stamp) ||
    (serves && consoleMs() > modifiedMs(consolePage))
  );
}

function librariesMs() {
  let newest = 0;
  for (const group of ['libs/core', 'libs/adapters', 'libs', 'migrations', 'apps']) {
    for (const { name } of list(join(root, group))) {
      if (name !== 'console') newest = Math.max(newest, newestMs(join(root, group, name, 'src')));
    }
  }
  return newest;
}

function consoleMs() {
  const page = modifiedMs(join(consoleDir, 'index.html'));
  return page === 0 ? 0 : Math.max(page, newestMs(join(consoleDir, 'src')));
}

function newestMs(directory) {
  let newest = 0;
  for (const entry of list(directory)) {
    const path = join(directory, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestMs(path) : modifiedMs(path));
  }
  return newest;
}

function list(directory) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

function modifiedMs(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** One build at a time: two commands started together would write the same files. */
function build() {
  if (!existsSync(join(root, 'node_modules/typescript'))) {
    fail('Faultline is not installed yet: run `npm ci` in the repository first.');
  }
  if (!takeLock()) {
    waitForLock();
    if (!needsBuild()) return;
    if (!takeLock()) fail(`another build does not end. If none runs, remove ${lock}`);
  }
  let status;
  try {
    process.stderr.write('faultline: building (first use, or the sources are newer) …\n');
    const args = [join(root, 'tools/build.mjs'), ...(serves ? [] : ['--libraries'])];
    ({ status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }));
  } finally {
    unlinkSync(lock);
  }
  if (!existsSync(main)) fail('the build failed, see above. `npm run build` repeats it.');
  if (status !== 0)
    process.stderr.write('faultline: the build has errors, see above; going on with what it wrote.\n');
}

function takeLock() {
  if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) unlinkSync(lock);
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A build that was interrupted leaves its lock behind. No number yet: the other process is just writing it. */
function isAlive(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function waitForLock() {
  const until = Date.now() + lockWaitMs;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  while (existsSync(lock) && Date.now() < until) Atomics.wait(cell, 0, 0, 200);
}

function fail(message) {
  process.stderr.write(`faultline: ${message}\n`);
  process.exit(70);
}
