// @ts-check
// From pushes to runs, artifacts and roll-outs. Executed in order of time, because run numbers, versions and lock files move on.
import { DAY, HOUR, MINUTE, local } from './calendar.mjs';
import { performJob } from './job.mjs';
import { poisonOf } from './poison.mjs';
import { foundRepositories } from './repositories.mjs';
import { applyTouches, changedFiles, commitMessage } from './commits.mjs';
import { planPushes } from './work-plan.mjs';

/**
 * @typedef {{ id: number | string, name: string, startedAt: number, endedAt: number, conclusion: string, steps: import('./step-log.mjs').Step[], text: string, runner: string, touched: import('./step-log.mjs').Step | null }} Job
 * @typedef {{ repo: import('./repositories.mjs').Repository, id: number | string, attempt: number, number: number, main: boolean, branch: string, workflow: { name: string, path: string }, sha: string, before: string, pushedAt: number,
 *   createdAt: number, endedAt: number, author: import('./company.mjs').Developer, message: string, files: string[], conclusion: string, jobs: Job[], version: string, digest: string | null, chainId: string, poison: import('./poison.mjs').Poison | null, url: string }} Run
 * @typedef {{ run: Run, at: number, environment: string, urgent: boolean }} Rollout
 */

/** @param {import('./world.mjs').World} world */
export function runReleaseTrain(world) {
  const repositories = foundRepositories(world);
  const random = world.random('runs');
  const numbers = {
    run: random.int(12_400_000_000, 13_900_000_000),
    job: random.int(34_000_000_000, 38_000_000_000),
  };
  const moved = movedTag(world);
  for (const push of planPushes(world, repositories)) {
    const { repo } = push;
    applyTouches(random, repo, push.touches);
    const run = execute(world, random, push, numbers, moved);
    world.facts.runs.push(run);
    if (run.conclusion === 'failure' && random.chance(0.6))
      world.facts.runs.push(rerun(world, random, run, numbers, moved));
    rollOut(world, random, push, world.facts.runs[world.facts.runs.length - 1]);
  }
}

/** Floating tags lawfully move now and then, for every repository at once. @param {import('./world.mjs').World} world */
function movedTag(world) {
  const random = world.random('moved-tag');
  const onGitHub = world.variant['ci'] === 'github';
  return {
    happens: random.chance(0.4),
    at: world.calendar.startAt + random.int(6, 18) * DAY,
    tool: 'login',
    sha: onGitHub ? random.hex(40) : `sha256:${random.hex(64)}`,
  };
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {import('./work-plan.mjs').Push} push @param {{ run: number, job: number }} numbers @param {ReturnType<typeof movedTag>} moved @returns {Run} */
function execute(world, random, push, numbers, moved) {
  const { repo, main } = push;
  const { company } = world;
  const sha = random.hex(40);
  const branch = main
    ? 'main'
    : `${random.pick(['feat', 'fix', 'chore'])}/${random.pick(['paging', 'retry', 'timeouts', 'audit-log', 'i18n', 'metrics', 'cleanup', 'limits'])}-${random.int(101, 980)}`;
  const files = changedFiles(random, repo, push.touches);
  const before = main ? repo.head : random.hex(40);
  if (main) {
    repo.head = sha;
    repo.version[random.chance(0.25) ? 1 : 2] += 1;
  }
  const onGitHub = world.variant['ci'] === 'github';
  numbers.run += random.int(90_000, 2_400_000);
  const id = onGitHub ? numbers.run : `${repo.name}-${main ? 'main' : 'pr'}-${random.hex(5)}`;
  /** @type {Run} */
  const run = {
    repo,
    id,
    attempt: 1,
    number: ++repo.runNumber,
    main,
    branch,
    workflow: main
      ? { name: 'main', path: '.github/workflows/main.yml' }
      : { name: 'pr', path: '.github/workflows/pr.yml' },
    sha,
    before,
    pushedAt: push.at,
    createdAt: push.at + random.between(2, 9) * 1000,
    endedAt: 0,
    author: random.pick(company.developers),
    message: commitMessage(random, push.touches),
    files,
    conclusion: '',
    jobs: [],
    version: repo.version.join('.'),
    digest: null,
    chainId: random.uuid(),
    poison: push.poisoned ? poisonOf(world.random('poison'), world.variant) : null,
    url: onGitHub
      ? `https://github.com/${company.org}/${repo.name}/actions/runs/${id}`
      : `${company.ciUrl}/namespaces/build/pipelineruns/${id}`,
  };
  perform(world, random, run, push.flaky, numbers, moved);
  return run;
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Run} run @param {{ run: number, job: number }} numbers @param {ReturnType<typeof movedTag>} moved @returns {Run} */
function rerun(world, random, run, numbers, moved) {
  const again = {
    ...run,
    attempt: 2,
    createdAt: run.endedAt + random.between(3, 11) * MINUTE,
    jobs: [],
    conclusion: '',
    digest: null,
  };
  if (world.variant['ci'] !== 'github')
    Object.assign(again, { id: `${run.id}-r`, attempt: 1, url: `${run.url}-r` });
  perform(world, random, again, false, numbers, moved);
  return again;
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {Run} run @param {boolean} fails @param {{ run: number, job: number }} numbers @param {ReturnType<typeof movedTag>} moved */
function perform(world, random, run, fails, numbers, moved) {
  const { repo } = run;
  let at = run.createdAt + random.between(5, 25) * 1000;
  const tools = {
    ...repo.tools,
    ...(moved.happens && at > moved.at ? { [moved.tool]: { ...repo.tools.login, sha: moved.sha } } : {}),
  };
  const digest = random.hex(64);
  const names = run.main && !fails ? ['test', 'build'] : [run.main ? 'test' : 'check'];
  for (const name of names) {
    const builds = name === 'build';
    const log = performJob(world, random, {
      repo,
      version: run.version,
      sha: run.sha,
      branch: run.branch,
      at,
      name,
      builds,
      fails,
      digest,
      poison: builds ? run.poison : null,
      tools,
    });
    numbers.job += random.int(900_000, 6_000_000);
    const id = typeof run.id === 'number' ? numbers.job : `${run.id}-${name}`;
    run.jobs.push({
      id,
      name,
      startedAt: at,
      endedAt: log.at,
      conclusion: fails ? 'failure' : 'success',
      steps: log.steps,
      text: log.text,
      runner: `GitHub Actions ${random.int(2, 980)}`,
      touched: log.touched,
    });
    at = log.at + random.between(3, 20) * 1000;
    if (builds) run.digest = digest;
  }
  run.conclusion = fails ? 'failure' : 'success';
  run.endedAt = at;
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {import('./work-plan.mjs').Push} push @param {Run} run */
function rollOut(world, random, push, run) {
  if (!run.digest) return;
  const { rollouts } = world.facts;
  rollouts.push({
    run,
    at: run.endedAt + random.between(40, 170) * 1000,
    environment: 'staging',
    urgent: false,
  });
  const at = Math.max(
    run.endedAt + 4 * MINUTE,
    push.rolloutAt ??
      run.endedAt +
        (push.rollout === 'urgent' ? random.between(5, 9) * MINUTE : random.between(0.3, 2.6) * HOUR),
  );
  const hour = local(at, world.calendar.zone).getUTCHours();
  const goes = push.rollout !== 'maybe' || (random.chance(0.5) && hour >= 9 && hour < 20);
  if (goes) rollouts.push({ run, at, environment: 'prod', urgent: push.rollout === 'urgent' });
}
