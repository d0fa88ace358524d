import type { EventOf, JsonObject } from '@faultline/model';
import { eventBase } from '../../fields/event-base.js';
import { badShape, noTime } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectOf } from '../../fields/objects.js';
import { textAt, textOf } from '../../json/fields.js';
import { timeToUs } from '../../time/parse-time.js';
import { attemptOf } from '../attempt.js';
import { repositoryOf, senderOf, type PayloadReader } from './payload.js';

type Run = EventOf<'cicd.run'>;

export const workflowRunReader: PayloadReader = {
  fields: [
    'action',
    'repository.full_name',
    'sender.login',
    'workflow.name',
    'workflow.path',
    ...[
      'actor.login',
      'conclusion',
      'created_at',
      'head_branch',
      'head_sha',
      'html_url',
      'id',
      'name',
      'path',
      'run_attempt',
      'run_started_at',
      'triggering_actor.login',
      'updated_at',
    ].map((field) => `workflow_run.${field}`),
  ],
  read({ body, deliveredAtUs }, record) {
    const run = objectOf(body['workflow_run']);
    const runId = textOf(run['id']);
    if (runId === null) return badShape('A workflow_run without an id', '`workflow_run.id` must be there');
    const phase = phaseOf(textOf(body['action']));
    const atUs = momentOf(run, phase) ?? deliveredAtUs;
    if (atUs === null)
      return noTime('A workflow_run', '`created_at`, `run_started_at` or `updated_at` must be a time');
    return {
      ...eventBase(record, 'github.workflow_run', atUs, deliveredAtUs),
      kind: 'cicd.run',
      system: 'github',
      repository: repositoryOf(body),
      runId,
      attempt: attemptOf(run),
      pipeline: textOf(run['name']) ?? textAt(body, 'workflow.name'),
      workflowPath: workflowPathOf(textOf(run['path']) ?? textAt(body, 'workflow.path')),
      branch: textOf(run['head_branch']),
      commit: textOf(run['head_sha']),
      actor: textAt(run, 'triggering_actor.login') ?? textAt(run, 'actor.login') ?? senderOf(body),
      phase,
      outcome: textOf(run['conclusion']),
      startedAtUs: timeToUs(run['run_started_at']),
      finishedAtUs: phase === 'finished' ? timeToUs(run['updated_at']) : null,
      url: textOf(run['html_url']),
      chainId: null,
    };
  },
};

function phaseOf(action: string | null): Run['phase'] {
  if (action === 'completed') return 'finished';
  return action === 'in_progress' ? 'started' : 'queued';
}

/** When the phase began. `created_at` is that of the first attempt, so a rerun goes by `run_started_at`. */
function momentOf(run: JsonObject, phase: Run['phase']): number | null {
  return phase === 'finished'
    ? firstTimeUs(run['updated_at'], run['run_started_at'], run['created_at'])
    : firstTimeUs(run['run_started_at'], run['created_at'], run['updated_at']);
}

/** GitHub writes `path@ref` for reusable and required workflows; the path alone names the file in the repository. */
function workflowPathOf(path: string | null): string | null {
  const end = path?.indexOf('@') ?? -1;
  return path !== null && end > 0 ? path.slice(0, end) : path;
}
