import { describe, expect, it } from 'vitest';
import { badlyHandledTwin } from '../../testing/hostile-twins.js';
import { failureOf, onlyEvent, recognisers } from '../../testing/normalise-document.js';

const repository = { id: 1, name: 'sso', full_name: 'org/sso' };
const sender = { login: 'ada' };
const sha = '3a37c47be26a76bf85e583e3b6629951322a2156';
const zeros = '0'.repeat(40);

function delivery(event: string, body: object) {
  return {
    headers: { 'X-GitHub-Event': event, 'X-GitHub-Delivery': 'd-1' },
    body: { ...body, repository, sender },
  };
}

const pushBody = {
  ref: 'refs/heads/main',
  before: zeros,
  after: sha,
  pusher: { name: 'ada' },
  commits: [
    {
      id: sha,
      author: { name: 'Ada', username: 'ada' },
      added: ['a.ts'],
      modified: ['package-lock.json'],
      removed: ['b.ts'],
    },
  ],
  head_commit: { id: sha, timestamp: '2026-03-08T17:00:00+01:00' },
};
const push = delivery('push', pushBody);

const run = {
  id: 10000029102,
  name: 'main',
  path: '.github/workflows/main.yml@refs/heads/main',
  head_branch: 'main',
  head_sha: sha,
  run_attempt: 2,
  status: 'completed',
  conclusion: 'success',
  html_url: 'https://github.com/org/sso/actions/runs/10000029102',
  created_at: '2026-03-07T00:00:00Z',
  run_started_at: '2026-03-08T16:40:00Z',
  updated_at: '2026-03-08T16:50:00Z',
  actor: { login: 'ada' },
};
const runCompleted = delivery('workflow_run', { action: 'completed', workflow_run: run });

const job = {
  id: 30000087310,
  run_id: 10000029102,
  run_attempt: 1,
  workflow_name: 'main',
  head_branch: 'main',
  head_sha: sha,
  name: 'build',
  status: 'completed',
  conclusion: 'success',
  created_at: '2026-03-08T16:41:00Z',
  started_at: '2026-03-08T16:41:45Z',
  completed_at: '2026-03-08T16:43:00Z',
  labels: ['ubuntu-22.04'],
  runner_name: 'GitHub Actions 5',
  steps: [
    {
      name: 'Install',
      status: 'completed',
      conclusion: 'success',
      number: 3,
      started_at: '2026-03-08T16:41:46Z',
      completed_at: '2026-03-08T16:42:00Z',
    },
  ],
};
const jobCompleted = delivery('workflow_job', { action: 'completed', workflow_job: job });

describe('push', () => {
  it('says who moved which branch to which commit, and which files that touched', () => {
    expect(onlyEvent('github-delivery', 'vcs.push', push)).toMatchObject({
      repository: 'org/sso',
      ref: 'refs/heads/main',
      commit: sha,
      before: null,
      sender: 'ada',
      commits: [{ id: sha, author: 'ada', paths: ['a.ts', 'package-lock.json', 'b.ts'] }],
    });
  });

  it('goes by the time that GitHub wrote, in epoch seconds, before that of the author', () => {
    const document = {
      ...push,
      body: { ...push.body, repository: { ...repository, pushed_at: 1772981037 } },
    };
    expect(onlyEvent('github-delivery', 'vcs.push', document).atUs).toBe(1772981037000000);
    expect(onlyEvent('github-delivery', 'vcs.push', push).atUs).toBe(1772985600000000);
  });

  it('points to no commit when the branch was deleted', () => {
    const event = onlyEvent('github-delivery', 'other', { ...push, body: { ...push.body, after: zeros } });
    expect(event.action).toBe('github.push.delete');
  });
});

describe('workflow_run', () => {
  it('reads a finished run', () => {
    expect(onlyEvent('github-delivery', 'cicd.run', runCompleted)).toMatchObject({
      atUs: 1772988600000000,
      repository: 'org/sso',
      runId: '10000029102',
      attempt: 2,
      pipeline: 'main',
      workflowPath: '.github/workflows/main.yml',
      branch: 'main',
      commit: sha,
      actor: 'ada',
      phase: 'finished',
      outcome: 'success',
      startedAtUs: 1772988000000000,
      finishedAtUs: 1772988600000000,
      url: 'https://github.com/org/sso/actions/runs/10000029102',
    });
  });

  it.each([
    ['requested', 'queued'],
    ['in_progress', 'started'],
  ])('takes %s for %s, at the start of this attempt and not of the first', (action, phase) => {
    const event = onlyEvent(
      'github-delivery',
      'cicd.run',
      delivery('workflow_run', { action, workflow_run: run }),
    );
    expect(event).toMatchObject({ phase, atUs: 1772988000000000, finishedAtUs: null });
  });
});

describe('workflow_job', () => {
  it('reads a finished job with its steps', () => {
    expect(onlyEvent('github-delivery', 'cicd.job', jobCompleted)).toMatchObject({
      atUs: 1772988180000000,
      runId: '10000029102',
      jobId: '30000087310',
      jobName: 'build',
      runner: 'GitHub Actions 5',
      labels: ['ubuntu-22.04'],
      phase: 'finished',
      steps: [
        {
          number: 3,
          name: 'Install',
          conclusion: 'success',
          startedAtUs: 1772988106000000,
          completedAtUs: 1772988120000000,
        },
      ],
    });
  });

  it('has not started while it is queued, although GitHub fills started_at', () => {
    const queued = delivery('workflow_job', {
      action: 'queued',
      workflow_job: { ...job, steps: [], completed_at: null },
    });
    expect(onlyEvent('github-delivery', 'cicd.job', queued)).toMatchObject({
      phase: 'queued',
      atUs: 1772988060000000,
      startedAtUs: null,
      finishedAtUs: null,
    });
  });
});

describe('deployment_status', () => {
  const document = delivery('deployment_status', {
    action: 'created',
    deployment: { environment: 'production' },
    deployment_status: { state: 'success', created_at: '2026-03-08T16:50:00Z' },
    workflow_run: { html_url: run.html_url },
  });

  it('is a deployment of the repository', () => {
    expect(onlyEvent('github-delivery', 'cicd.deployment', document)).toMatchObject({
      phase: 'deployed',
      service: 'sso',
      environment: 'production',
      runUrl: run.html_url,
    });
  });
});

describe('deliveries', () => {
  it('have headers in any case', () => {
    const document = { headers: { 'x-github-event': 'push' }, body: push.body };
    expect(onlyEvent('github-delivery', 'vcs.push', document).commit).toBe(sha);
  });

  it('may keep each header as a list, and the body as the text that was sent', () => {
    const document = { headers: { 'X-Github-Event': ['push'] }, body: JSON.stringify(push.body) };
    expect(onlyEvent('github-delivery', 'vcs.push', document).commit).toBe(sha);
    expect(failureOf('github-delivery', { ...document, body: '{"ref":' }).code).toBe('FL_RECORD_SYNTAX');
  });

  it('of other events are kept', () => {
    const document = delivery('release', {
      action: 'created',
      release: { published_at: '2026-03-08T16:50:00Z' },
    });
    expect(onlyEvent('github-delivery', 'other', document)).toMatchObject({
      action: 'github.release',
      atUs: 1772988600000000,
    });
  });

  it('without any time are rejected with a remedy', () => {
    expect(failureOf('github-delivery', delivery('ping', { zen: 'x' }))).toMatchObject({
      code: 'FL_RECORD_TIME',
    });
  });

  it('may say when they came', () => {
    const document = { ...delivery('ping', { zen: 'x' }), delivered_at: '2026-03-08T16:50:00Z' };
    expect(onlyEvent('github-delivery', 'other', document)).toMatchObject({
      atUs: 1772988600000000,
      observedAtUs: 1772988600000000,
    });
  });

  it.each([push, runCompleted, jobCompleted])('handle hostile twins', (document) => {
    expect(badlyHandledTwin(document)).toBeNull();
  });
});

describe('bare payloads', () => {
  it.each([
    ['vcs.push', push.body],
    ['cicd.run', runCompleted.body],
    ['cicd.job', jobCompleted.body],
  ] as const)('are told apart by their members: %s', (kind, body) => {
    expect(onlyEvent('github-payload', kind, body).kind).toBe(kind);
  });

  it('are not guessed at', () => {
    expect(recognisers({ action: 'added', member: {}, repository, sender })).not.toContain('github-payload');
    expect(recognisers({ action: 'completed', workflow_job: job })).not.toContain('github-payload');
  });
});
