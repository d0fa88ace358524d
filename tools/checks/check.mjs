// `npm run check`: everything that is not a test of behaviour. Stops at the first failing step and says how to mend it.
// `npm run check -- arrows knip` runs only these; `--all` goes on after a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {readonly { name: string, run: readonly string[], remedy: string, only?: string }[]} */
const steps = [
  { name: 'format', run: ['prettier', '--check', '--log-level', 'warn', '.'], remedy: 'npm run format' },
  {
    name: 'lint',
    run: ['oxlint', '--type-aware', '--deny-warnings'],
    remedy: 'mend the code; `npx oxlint --type-aware --fix` does some of it',
  },
  {
    name: 'arrows',
    run: ['depcruise', '--config', '.dependency-cruiser.cjs', 'libs', 'apps', 'migrations', 'sensors'],
    remedy: 'see ARCHITECTURE.md for the allowed arrows and .dependency-cruiser.cjs for what each rule says',
  },
  {
    name: 'tidy',
    run: ['vitest', 'run', 'tools/checks'],
    remedy: 'each message names the file and what to do',
  },
  {
    name: 'unused',
    run: ['knip', '--no-config-hints'],
    remedy: 'delete what nobody uses, declare what is used (`npm i -w WORKSPACE -E PACKAGE`)',
  },
  { name: 'types', run: ['tsc', '-b', '.', 'sensors/go-fatal'], remedy: 'mend the types' },
  { name: 'types of tools', run: ['tsc', '-p', 'tools/tsconfig.json'], remedy: 'mend the types' },
  {
    name: 'types of the console',
    run: ['tsc', '-p', 'apps/console/tsconfig.json', '--noEmit'],
    only: 'apps/console/tsconfig.json',
    remedy: 'mend the types',
  },
  {
    name: 'generated',
    run: ['vitest', 'run', '.drift.test.ts'],
    remedy: 'npm run generate, look at the difference, commit it',
  },
];

const args = process.argv.slice(2);
const goOn = args.includes('--all');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`);
  process.exit(2);
}

const broken = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  if (step.only && !existsSync(path.join(root, step.only))) continue;
  const startedMs = performance.now();
  const [tool, ...rest] = step.run;
  const { status, stdout, stderr, error } = spawnSync(path.join(root, 'node_modules/.bin', tool), rest, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'BROKEN'} ${step.name.padEnd(22)} ${seconds.padStart(5)} s`);
  if (status === 0) continue;
  console.log(`${stdout}${stderr}`.trimEnd());
  console.log(`\n${step.name} is broken. Remedy: ${step.remedy}\n`);
  broken.push(step.name);
  if (!goOn) break;
}
console.log(broken.length === 0 ? 'check: all well' : `check: broken: ${broken.join(', ')}`);
process.exit(broken.length === 0 ? 0 : 1);
