import type { CicdStep, EventOf, JsonObject } from '@faultline/model';
import { eventBase } from '../../fields/event-base.js';
import { badShape, noTime } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectOf, objectsOf } from '../../fields/objects.js';
import { numberOf, textOf, textsOf } from '../../json/fields.js';
import { timeToUs } from '../../time/parse-time.js';
import { attemptOf } from '../attempt.js';
import { repositoryOf, type PayloadReader } from './payload.js';

type Job = EventOf<'cicd.job'>;

/** GitHub refuses jobs of more than a few hundred steps. */
const stepsMax = 2000;

export const workflowJobReader: PayloadReader = {
  fields: [
    'action',
    'repository.full_name',
    ...[
      'completed_at',
      'conclusion',
      'created_at',
      'head_branch',
      'head_sha',
      'html_url',
      'id',
      'labels',
      'name',
      'run_attempt',
      'run_id',
      'runner_name',
      'started_at',
      'steps',
      'workflow_name',
    ].map((field) => `workflow_job.${field}`),
  ],
  read({ body, deliveredAtUs }, record) {
    const job = objectOf(body['workflow_job']);
    const jobId = textOf(job['id']);
    if (jobId === null) return badShape('A workflow_job without an id', '`workflow_job.id` must be there');
    const phase = phaseOf(textOf(body['action']));
    const atUs = momentOf(job, phase) ?? deliveredAtUs;
    if (atUs === null)
      return noTime('A workflow_job', '`created_at`, `started_at` or `completed_at` must be a time');
    return {
      ...eventBase(record, 'github.workflow_job', atUs, deliveredAtUs),
      kind: 'cicd.job',
      system: 'github',
      repository: repositoryOf(body),
      runId: textOf(job['run_id']),
      attempt: attemptOf(job),
      jobId,
      jobName: textOf(job['name']),
      pipeline: textOf(job['workflow_name']),
      branch: textOf(job['head_branch']),
      commit: textOf(job['head_sha']),
      runner: textOf(job['runner_name']),
      labels: [...textsOf(job['labels'])],
      phase,
      outcome: textOf(job['conclusion']),
      // GitHub fills `started_at` with the time of queueing until a runner takes the job.
      startedAtUs: phase === 'queued' ? null : timeToUs(job['started_at']),
      finishedAtUs: phase === 'finished' ? timeToUs(job['completed_at']) : null,
      steps: objectsOf(job['steps'], stepsMax).map(readStep),
      url: textOf(job['html_url']),
      chainId: null,
    };
  },
};

/** `waiting` (for a protected environment) is one more way to be queued. */
function phaseOf(action: string | null): Job['phase'] {
  if (action === 'completed') return 'finished';
  return action === 'in_progress' ? 'started' : 'queued';
}

function momentOf(job: JsonObject, phase: Job['phase']): number | null {
  const { created_at: created, started_at: started, completed_at: completed } = job;
  if (phase === 'finished') return firstTimeUs(completed, started, created);
  return phase === 'started' ? firstTimeUs(started, created) : firstTimeUs(created, started);
}

function readStep(step: JsonObject): CicdStep {
  return {
    number: numberOf(step['number']),
    name: textOf(step['name']) ?? '',
    conclusion: textOf(step['conclusion']),
    startedAtUs: timeToUs(step['started_at']),
    completedAtUs: timeToUs(step['completed_at']),
  };
}
