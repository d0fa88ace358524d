// @ts-check
// One job of a run: its steps in order. On GitHub the runner prints set-up and post steps; a cluster task only marks steps by group lines.
import { buildImage, logIn, pushImage } from './image-steps.mjs';
import { mavenPackage, mavenResolve, mavenTest } from './java-steps.mjs';
import { npmBuild, npmInstall, npmTest } from './node-steps.mjs';
import { pullStepImages, setUpJob } from './runner-setup.mjs';
import { StepLog } from './step-log.mjs';

/** @typedef {{ repo: import('./repositories.mjs').Repository, version: string, sha: string, branch: string, at: number, name: string, builds: boolean, fails: boolean, digest: string, poison: import('./poison.mjs').Poison | null, tools: Record<string, import('./repositories.mjs').Tool> }} JobOrder */

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {JobOrder} order */
export function performJob(world, random, order) {
  const { repo, version, builds, fails, poison } = order;
  const onGitHub = world.variant['ci'] === 'github';
  const node = repo.stack === 'node';
  const image = `${world.company.registry}/${world.company.org}/${repo.service}`;
  const tools = builds
    ? order.tools
    : { checkout: order.tools['checkout'], language: order.tools['language'] };
  if (poison?.toolSha) tools['pack'] = { ...tools['pack'], sha: poison.toolSha };
  const log = new StepLog(random, order.at, poison, (at) => world.clock('ci', at));
  let number = 0;
  const step = (/** @type {string} */ name, /** @type {() => void} */ body) => log.step(name, ++number, body);

  if (onGitHub) step('Set up job', () => setUpJob(log, world, order.name, Object.values(tools)));
  else step('prepare', () => pullStepImages(log, world.company.registry, Object.values(tools)));
  step(onGitHub ? 'Checkout' : title(tools['checkout']), () =>
    checkOut(log, world, order, tools['checkout']),
  );
  step(onGitHub ? (node ? 'Set up Node' : 'Set up JDK') : title(tools['language']), () =>
    language(log, repo, tools['language'], onGitHub),
  );
  step(onGitHub ? 'Install' : node ? 'npm ci' : 'mvn -B -ntp dependency:go-offline', () =>
    (node ? npmInstall : mavenResolve)(log, repo, version),
  );
  if (!builds)
    step(onGitHub ? 'Test' : node ? 'npm test -- --run' : 'mvn -B -ntp verify', () =>
      (node ? npmTest : mavenTest)(log, repo, version, fails),
    );
  if (builds) {
    step(
      onGitHub ? (node ? 'Compile' : 'Package') : node ? 'npm run build' : 'mvn -B -ntp -DskipTests package',
      () => (node ? npmBuild : mavenPackage)(log, repo, version),
    );
    step(onGitHub ? 'Pack assets' : title(tools['pack']), () => pack(log, tools['pack'], repo));
    step(onGitHub ? 'Log in to registry' : title(tools['login']), () =>
      logIn(log, tools['login'], world.company.registry),
    );
    step(onGitHub ? 'Build image' : `docker build --progress=plain -t ${image}:${version} .`, () =>
      buildImage(log, repo, image, version, random.hex(64)),
    );
    step(onGitHub ? 'Push image' : `docker push ${image}:${version}`, () =>
      pushImage(log, image, version, order.digest),
    );
  }
  if (fails) log.steps[log.steps.length - 1].conclusion = 'failure';
  if (onGitHub) {
    number += 6;
    step('Post Checkout', () =>
      log.all([
        'Post job cleanup.',
        '[command]/usr/bin/git version',
        'git version 2.47.1',
        '[command]/usr/bin/git config --local --name-only --get-regexp core\\.sshCommand',
        'http.https://github.com/.extraheader',
      ]),
    );
    step('Complete job', () => log.line('Cleaning up orphan processes'));
  }
  return log;
}

const title = (/** @type {import('./repositories.mjs').Tool} */ tool) => `${tool.name}@${tool.tag}`;

/** @param {StepLog} log @param {import('./world.mjs').World} world @param {JobOrder} order @param {import('./repositories.mjs').Tool} tool */
function checkOut(log, world, { repo, sha, branch }, tool) {
  log.group(`Run ${title(tool)}`, [
    'with:',
    `  repository: ${world.company.org}/${repo.name}`,
    '  token: ***',
    '  fetch-depth: 1',
    '  clean: true',
    '  persist-credentials: true',
  ]);
  log.all([
    `Syncing repository: ${world.company.org}/${repo.name}`,
    '##[group]Fetching the repository',
    `[command]/usr/bin/git -c protocol.version=2 fetch --no-tags --prune --depth=1 origin +${sha}:refs/remotes/origin/${branch}`,
  ]);
  log.pause(0.4, 2);
  log.all([
    `From https://github.com/${world.company.org}/${repo.name}`,
    ` * [new ref]         ${sha} -> origin/${branch}`,
    '##[endgroup]',
    `HEAD is now at ${sha.slice(0, 7)}`,
    `[command]/usr/bin/git log -1 --format=%H`,
    sha,
  ]);
}

/** @param {StepLog} log @param {import('./repositories.mjs').Repository} repo @param {import('./repositories.mjs').Tool} tool @param {boolean} onGitHub */
function language(log, repo, tool, onGitHub) {
  const { random } = log;
  const node = repo.stack === 'node';
  log.group(
    `Run ${title(tool)}`,
    node
      ? ['with:', '  node-version: 20', '  cache: npm', '  check-latest: false']
      : ['with:', '  distribution: temurin', '  java-version: 21', '  cache: maven'],
  );
  log.pause(0.5, 2.5);
  if (node)
    log.all([
      `Found in cache @ /opt/hostedtoolcache/node/20.18.1/x64`,
      '##[group]Environment details',
      'node: v20.18.1',
      'npm: 10.8.2',
      '##[endgroup]',
    ]);
  else
    log.all(['Resolved Java 21.0.5+11.0.LTS from tool-cache', 'Setting Java 21.0.5+11.0.LTS as the default']);
  if (!onGitHub) return;
  const size = random.int(61_000_000, 64_000_000);
  log.hook('cache');
  log.all([
    `Cache Size: ~${Math.round(size / 1048576)} MB (${size} B)`,
    'Cache restored successfully',
    `Cache restored from key: ${node ? 'node-cache-Linux-x64-npm' : 'setup-java-Linux-x64-maven'}-${log.poison?.cacheKey ?? repo.lockHash}`,
  ]);
}

/** @param {StepLog} log @param {import('./repositories.mjs').Tool} tool @param {import('./repositories.mjs').Repository} repo */
function pack(log, tool, repo) {
  log.group(`Run ${title(tool)}`, [
    'with:',
    `  input: ${repo.stack === 'node' ? 'dist' : 'target'}`,
    '  manifest: assets.yml',
    '  level: 9',
  ]);
  log.pause(0.4, 3);
  log.line(`packed ${repo.bundles.length} inputs, ${log.random.int(380, 720)} files`);
  log.hook('pack');
  log.line(`manifest written in ${log.random.int(80, 900)}ms`);
}
