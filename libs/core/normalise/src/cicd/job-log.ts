import { eventBase } from '../fields/event-base.js';
import { badShape, noTime } from '../fields/failures.js';
import { firstTimeUs } from '../fields/first-time.js';
import { textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { attemptOf } from './attempt.js';
import { logLines } from './log-lines.js';

/** Logs of CI jobs, one job a record. The event's time is that of the first line that has one: the job's start. */
export const jobLog: SourceNormaliser = {
  name: 'job-log',
  kind: 'cicd',
  mappedFields: [
    'repository',
    'run_id',
    'run_attempt',
    'job_id',
    'job_name',
    'log',
    'started_at',
    'completed_at',
  ],
  recognises(document) {
    return typeof document['log'] === 'string' && 'run_id' in document && 'job_id' in document;
  },
  normalise(document, record) {
    const lines = logLines(textOf(document['log']) ?? '');
    const atUs =
      lines.find((line) => line.atUs !== null)?.atUs ??
      firstTimeUs(document['started_at'], document['completed_at']);
    if (atUs === null)
      return noTime('A job log', 'its lines must start with their time, or the record needs `started_at`');
    const repository = textOf(document['repository']);
    const runId = textOf(document['run_id']);
    const jobId = textOf(document['job_id']);
    if (repository === null || runId === null || jobId === null) {
      return badShape('A job log without its job', '`repository`, `run_id` and `job_id` must be there');
    }
    const jobName = textOf(document['job_name']);
    const attempt = attemptOf(document);
    return [
      {
        ...eventBase(record, 'cicd.job-log', atUs),
        kind: 'cicd.log',
        repository,
        runId,
        attempt,
        jobId,
        jobName,
        lines,
      },
    ];
  },
};
