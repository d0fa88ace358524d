// @ts-check
// What npm, tsc, esbuild and vitest print.

/** @typedef {import('./step-log.mjs').StepLog} StepLog */
/** @typedef {import('./repositories.mjs').Repository} Repository */

/** @param {StepLog} log @param {Repository} repo */
export function npmInstall(log, repo) {
  const { random, poison } = log;
  log.command('npm ci', ['npm_config_fund: true']);
  log.pause(2, 5);
  // Concurrent downloads report in any order.
  for (const note of random.shuffled(repo.deprecated)) log.line(`npm warn deprecated ${note}`);
  if (random.chance(0.05))
    log.line(
      `npm warn tarball tarball data for lodash@https://registry.npmjs.org/lodash/-/lodash-4.17.21.tgz seems to be corrupted. Trying again.`,
    );
  log.pause(3, 14);
  log.all(repo.installNotes);
  log.hook('install');
  const count = repo.packages + (poison?.packages ?? 0);
  log.all([
    '',
    `added ${count} packages, and audited ${count + 1} packages in ${random.int(8, 27)}s`,
    '',
    `${repo.funding} packages are looking for funding`,
    '  run `npm fund` for details',
    '',
    'found 0 vulnerabilities',
  ]);
}

/** @param {StepLog} log @param {Repository} repo @param {string} version */
export function npmBuild(log, repo, version) {
  const { random } = log;
  log.command('npm run build');
  log.all([
    '',
    `> @${repo.service}/server@${version} build`,
    '> tsc -p tsconfig.build.json && node scripts/bundle.mjs',
    '',
  ]);
  log.hook('compile.before');
  log.pause(5, 16);
  log.line('bundling with esbuild 0.24.2');
  for (const bundle of repo.bundles) {
    log.pause(0.1, 0.5);
    log.line(`  dist/${bundle}.js  ${random.int(60, 640)}.${random.int(0, 9)}kb`);
  }
  log.hook('compile.after');
  log.line(`Done in ${random.int(180, 940)}ms`);
}

/** @param {StepLog} log @param {Repository} repo @param {string} version @param {boolean} fails */
export function npmTest(log, repo, version, fails) {
  const { random } = log;
  log.command('npm test -- --run', ['CI: true']);
  log.all([
    '',
    `> @${repo.service}/server@${version} test`,
    '> vitest --run',
    '',
    ' RUN  v2.1.8 /home/runner/work',
    '',
  ]);
  const broken = fails ? random.pick(repo.tests) : '';
  let total = 0;
  for (const area of random.shuffled(repo.tests)) {
    const count = 3 + ((area.length * 7) % 19);
    total += count;
    log.pause(0.1, 1.2);
    if (area === broken)
      log.all([
        ` ❯ test/${area}.test.ts (${count} tests | 1 failed) ${random.int(40, 3000)}ms`,
        `   × ${area} > answers within the deadline ${random.int(5000, 5200)}ms`,
        '     → Test timed out in 5000ms.',
      ]);
    else log.line(` ✓ test/${area}.test.ts (${count} tests) ${random.int(8, 1900)}ms`);
  }
  const files = repo.tests.length;
  log.all([
    '',
    fails
      ? ` Test Files  1 failed | ${files - 1} passed (${files})`
      : ` Test Files  ${files} passed (${files})`,
    fails
      ? `      Tests  1 failed | ${total - 1} passed (${total})`
      : `      Tests  ${total} passed (${total})`,
    `   Duration  ${random.int(4, 19)}.${random.int(10, 99)}s (transform ${random.int(300, 900)}ms, setup 0ms, collect ${random.int(1, 6)}.${random.int(10, 99)}s)`,
    '',
  ]);
  if (fails) log.line('##[error]Process completed with exit code 1.');
}
