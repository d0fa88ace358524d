import type { NamedEntity } from '../link-draft.js';

/*
 * Keys hold the CI system's own ids, so that an analyst can paste them into its search box: `org/app/runs/RUN/attempts/1/jobs/JOB/steps/3:Install`.
 */
export function commitEntity(repository: string | null, commit: string): NamedEntity {
  return {
    kind: 'commit',
    key: commit,
    label: `${repository === null ? '' : `${repository} `}commit ${commit.slice(0, 10)}`,
  };
}

export function buildEntity(
  repository: string | null,
  runId: string,
  attempt: number,
  name: string | null,
): NamedEntity {
  return {
    kind: 'build',
    key: runKey(repository, runId, attempt),
    label: `${name ?? 'run'} ${runId}${attempt > 1 ? `.${attempt}` : ''}`,
  };
}

export interface JobIdentity {
  readonly repository: string | null;
  readonly runId: string | null;
  readonly attempt: number;
  readonly jobId: string;
  readonly jobName: string | null;
}

export function jobEntity(job: JobIdentity): NamedEntity {
  return { kind: 'build-job', key: jobKey(job), label: `job ${job.jobName ?? job.jobId} (${job.jobId})` };
}

export function stepEntity(job: JobIdentity, number: number | null, name: string): NamedEntity {
  return {
    kind: 'build-step',
    key: `${jobKey(job)}/steps/${number === null ? '' : `${number}:`}${name}`,
    label: `step “${name}” of ${job.jobName ?? job.jobId}`,
  };
}

function runKey(repository: string | null, runId: string, attempt: number): string {
  return `${repository === null ? '' : `${repository}/`}runs/${runId}/attempts/${attempt}`;
}

function jobKey(job: JobIdentity): string {
  return job.runId === null
    ? `jobs/${job.jobId}`
    : `${runKey(job.repository, job.runId, job.attempt)}/jobs/${job.jobId}`;
}

/** An artifact is its digest; without one, its package URL. */
export function artifactEntity(digest: string | null, purl: string | null, name: string | null): NamedEntity {
  const key = digest ?? purl ?? name ?? 'unknown';
  return {
    kind: 'artifact',
    key,
    label: `${name ?? 'artifact'} ${digest === null ? '' : digest.slice(0, 19)}`.trim(),
  };
}

export function deploymentEntity(service: string, environment: string | null, eventId: string): NamedEntity {
  return {
    kind: 'deployment',
    key: `${service}/${environment ?? 'default'}/${eventId}`,
    label: `deployment of ${service}${environment === null ? '' : ` to ${environment}`}`,
  };
}

export function serviceEntity(name: string): NamedEntity {
  return { kind: 'service', key: name, label: name };
}

export function runnerEntity(name: string): NamedEntity {
  return { kind: 'runner', key: name, label: `runner ${name}` };
}
