// @ts-check
// What Maven prints.

/** @typedef {import('./step-log.mjs').StepLog} StepLog */
/** @typedef {import('./repositories.mjs').Repository} Repository */

const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);
const head = (/** @type {Repository} */ repo, /** @type {string} */ version) => [
  '[INFO] Scanning for projects...',
  '[INFO] ',
  `[INFO] ---------------< com.company.platform:${repo.service} >---------------`,
  `[INFO] Building ${repo.service} ${version}`,
  '[INFO]   from pom.xml',
  '[INFO] --------------------------------[ jar ]---------------------------------',
];
const tail = (/** @type {StepLog} */ { random, at }) => [
  '[INFO] ------------------------------------------------------------------------',
  '[INFO] BUILD SUCCESS',
  '[INFO] ------------------------------------------------------------------------',
  `[INFO] Total time:  ${random.int(9, 58)}.${random.int(100, 999)} s`,
  `[INFO] Finished at: ${new Date(at).toISOString().slice(0, 19)}Z`,
];

/** @param {StepLog} log @param {Repository} repo @param {string} version */
export function mavenResolve(log, repo, version) {
  log.command('mvn -B -ntp dependency:go-offline', ['MAVEN_OPTS: -Xmx1g']);
  log.pause(3, 7);
  log.all([
    ...head(repo, version),
    '[INFO] ',
    `[INFO] --- dependency:3.8.1:go-offline (default-cli) @ ${repo.service} ---`,
  ]);
  log.pause(4, 15);
  for (const dependency of log.random.shuffled(repo.dependencies))
    log.line(`[INFO] Resolved dependency: ${dependency}`);
  log.all(repo.installNotes);
  log.hook('install');
  log.all(tail(log));
}

/** @param {StepLog} log @param {Repository} repo @param {string} version */
export function mavenPackage(log, repo, version) {
  const { random } = log;
  log.command('mvn -B -ntp -DskipTests package', ['MAVEN_OPTS: -Xmx1g']);
  log.hook('compile.before');
  log.pause(3, 7);
  log.all([
    ...head(repo, version),
    '[INFO] ',
    `[INFO] --- resources:3.3.1:resources (default-resources) @ ${repo.service} ---`,
    `[INFO] Copying ${random.int(11, 14)} resources from src/main/resources to target/classes`,
    '[INFO] ',
    `[INFO] --- compiler:3.13.0:compile (default-compile) @ ${repo.service} ---`,
  ]);
  log.pause(4, 17);
  log.all([
    `[INFO] Compiling ${random.int(180, 188)} source files with javac [debug release 21] to target/classes`,
    '[INFO] ',
    `[INFO] --- jar:3.4.1:jar (default-jar) @ ${repo.service} ---`,
    `[INFO] Building jar: /home/runner/work/${repo.name}/${repo.name}/target/${repo.service}-${version}.jar`,
    '[INFO] ',
    `[INFO] --- shade:3.6.0:shade (default) @ ${repo.service} ---`,
  ]);
  for (const dependency of repo.dependencies)
    log.line(`[INFO] Including ${dependency.replace(/:([^:]+)$/, ':jar:$1')} in the shaded jar.`);
  log.hook('compile.after');
  log.pause(0.5, 2);
  log.all(tail(log));
}

/** @param {StepLog} log @param {Repository} repo @param {string} version @param {boolean} fails */
export function mavenTest(log, repo, version, fails) {
  const { random } = log;
  log.command('mvn -B -ntp verify', ['MAVEN_OPTS: -Xmx1g']);
  log.pause(6, 15);
  log.all([
    ...head(repo, version),
    '[INFO] ',
    `[INFO] --- surefire:3.5.2:test (default-test) @ ${repo.service} ---`,
    '[INFO] -------------------------------------------------------',
    '[INFO]  T E S T S',
    '[INFO] -------------------------------------------------------',
  ]);
  let total = 0;
  const broken = fails ? random.pick(repo.tests) : '';
  for (const area of repo.tests) {
    const count = 3 + ((area.length * 7) % 19);
    total += count;
    log.pause(0.2, 1.6);
    log.line(`[INFO] Running com.company.platform.${capital(area)}Test`);
    log.line(
      `${area === broken ? '[ERROR]' : '[INFO]'} Tests run: ${count}, Failures: ${area === broken ? 1 : 0}, Errors: 0, Skipped: 0, Time elapsed: ${random.int(0, 4)}.${random.int(100, 999)} s ${area === broken ? '<<< FAILURE! ' : ''}-- in com.company.platform.${capital(area)}Test`,
    );
  }
  log.all([
    '[INFO] ',
    '[INFO] Results:',
    '[INFO] ',
    `[${fails ? 'ERROR' : 'INFO'}] Tests run: ${total}, Failures: ${fails ? 1 : 0}, Errors: 0, Skipped: 0`,
    '[INFO] ',
  ]);
  if (fails) log.all(['[INFO] BUILD FAILURE', '##[error]Process completed with exit code 1.']);
  else log.all(tail(log));
}
