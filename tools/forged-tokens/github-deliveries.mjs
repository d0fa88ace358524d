// @ts-check
// Webhook deliveries of GitHub for pushes, runs and jobs.
import { isoSeconds } from './calendar.mjs';

/** @typedef {import('./release-train.mjs').Run} Run */
/** @typedef {import('./release-train.mjs').Job} Job */

/** @param {import('./world.mjs').World} world */
export function writeDeliveries(world) {
  const random = world.random('deliveries');
  const hook = String(random.int(410_000_000, 520_000_000));
  const send = (
    /** @type {string} */ event,
    /** @type {number} */ at,
    /** @type {object} */ body,
    kept = false,
  ) =>
    world.write(
      'github',
      at + random.between(300, 2500),
      {
        headers: { 'X-GitHub-Event': event, 'X-GitHub-Delivery': random.uuid(), 'X-GitHub-Hook-ID': hook },
        body,
      },
      kept,
    );
  for (const run of world.facts.runs) {
    const { repo } = run;
    const repository = {
      id: repo.id,
      name: repo.name,
      full_name: `${world.company.org}/${repo.name}`,
      private: true,
      default_branch: 'main',
    };
    const sender = { login: run.author.login, type: 'User' };
    const time = (/** @type {number} */ at) => isoSeconds(world.clock('ci', at));
    if (run.attempt === 1 && !String(run.id).endsWith('-r'))
      send(
        'push',
        run.pushedAt,
        {
          ...push(world, run, time),
          repository,
          pusher: { name: run.author.login, email: run.author.email },
          sender,
        },
        run.poison !== null,
      );
    if (world.variant['ci'] !== 'github') continue;
    const workflowRun = (/** @type {string} */ action, /** @type {number} */ at) => ({
      action,
      workflow_run: runBody(world, run, action, time(at), time),
      workflow: {
        id: repo.id - 41 + (run.main ? 0 : 7),
        name: run.workflow.name,
        path: run.workflow.path,
        state: 'active',
      },
      repository,
      sender,
    });
    send('workflow_run', run.createdAt, workflowRun('requested', run.createdAt));
    for (const job of run.jobs) {
      send('workflow_job', job.startedAt + 1500, {
        action: 'in_progress',
        workflow_job: jobBody(run, job, time, false),
        repository,
        sender,
      });
      send(
        'workflow_job',
        job.endedAt,
        { action: 'completed', workflow_job: jobBody(run, job, time, true), repository, sender },
        run.poison !== null,
      );
    }
    send('workflow_run', run.endedAt, workflowRun('completed', run.endedAt), run.poison !== null);
  }
}

/** @param {import('./world.mjs').World} world @param {Run} run @param {(at: number) => string} time */
function push(world, run, time) {
  const random = world.random(`push/${run.sha}`);
  const fresh = run.files.filter((file) => file.includes('test/') && random.chance(0.9));
  const person = { name: run.author.name, email: run.author.email, username: run.author.login };
  const commit = {
    id: run.sha,
    tree_id: random.hex(40),
    distinct: true,
    message: run.message,
    timestamp: time(run.pushedAt - random.between(20, 400) * 1000),
    url: `https://github.com/${world.company.org}/${run.repo.name}/commit/${run.sha}`,
    author: person,
    committer: person,
    added: fresh,
    removed: [],
    modified: run.files.filter((file) => !fresh.includes(file)),
  };
  return {
    ref: `refs/heads/${run.branch}`,
    before: run.main ? run.before : '0'.repeat(40),
    after: run.sha,
    created: !run.main,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `https://github.com/${world.company.org}/${run.repo.name}/compare/${run.before.slice(0, 12)}...${run.sha.slice(0, 12)}`,
    commits: [commit],
    head_commit: commit,
  };
}

/** @param {import('./world.mjs').World} world @param {Run} run @param {string} action @param {string} updated @param {(at: number) => string} time */
function runBody(world, run, action, updated, time) {
  const done = action === 'completed';
  return {
    id: run.id,
    name: run.workflow.name,
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.workflow.path,
    display_title: run.message,
    run_number: run.number,
    event: 'push',
    status: done ? 'completed' : 'queued',
    conclusion: done ? run.conclusion : null,
    workflow_id: run.repo.id - 41 + (run.main ? 0 : 7),
    html_url: run.url,
    created_at: time(run.createdAt),
    updated_at: updated,
    run_attempt: run.attempt,
    run_started_at: time(run.createdAt),
    actor: { login: run.author.login },
    head_commit: {
      id: run.sha,
      message: run.message,
      timestamp: time(run.pushedAt - 60_000),
      author: { name: run.author.name, email: run.author.email },
    },
  };
}

/** @param {Run} run @param {Job} job @param {(at: number) => string} time @param {boolean} done */
function jobBody(run, job, time, done) {
  const steps = done ? job.steps : job.steps.slice(0, 1);
  return {
    id: job.id,
    run_id: run.id,
    run_attempt: run.attempt,
    run_url: `https://api.github.com/repos/${run.url.slice('https://github.com/'.length)}`,
    workflow_name: run.workflow.name,
    head_branch: run.branch,
    head_sha: run.sha,
    name: job.name,
    status: done ? 'completed' : 'in_progress',
    conclusion: done ? job.conclusion : null,
    created_at: time(job.startedAt - 3000),
    started_at: time(job.startedAt),
    completed_at: done ? time(job.endedAt) : null,
    labels: ['ubuntu-22.04'],
    runner_id: Number(job.runner.split(' ')[2]),
    runner_name: job.runner,
    runner_group_name: 'GitHub Actions',
    steps: steps.map((step) => ({
      name: step.name,
      status: done ? 'completed' : 'in_progress',
      conclusion: done ? step.conclusion : null,
      number: step.number,
      started_at: time(step.startAt),
      completed_at: done ? time(step.endAt) : null,
    })),
  };
}
