import type { EventOf } from '../event.js';

type Run = EventOf<'cicd.run'>;
type Job = EventOf<'cicd.job'>;

const phaseOrder = { queued: 0, started: 1, finished: 2 } as const;

/*
 * The record of the later phase speaks for a run or a job; CDEvents tells each thing once, so the earlier one fills what it leaves open.
 */
export function runTogether(known: Run, next: Run): Run {
  const { first, last } = inPhaseOrder(known, next);
  return {
    ...last,
    ...filled(first, last),
    workflowPath: last.workflowPath ?? first.workflowPath,
    actor: last.actor ?? first.actor,
  };
}

export function jobTogether(known: Job, next: Job): Job {
  const { first, last } = inPhaseOrder(known, next);
  return {
    ...last,
    ...filled(first, last),
    runId: last.runId ?? first.runId,
    jobName: last.jobName ?? first.jobName,
    runner: last.runner ?? first.runner,
    steps: last.steps.length > 0 ? last.steps : first.steps,
  };
}

function inPhaseOrder<E extends Run | Job>(known: E, next: E): { readonly first: E; readonly last: E } {
  return phaseOrder[next.phase] < phaseOrder[known.phase]
    ? { first: next, last: known }
    : { first: known, last: next };
}

function filled(
  first: Run | Job,
  last: Run | Job,
): Pick<Run, 'repository' | 'pipeline' | 'branch' | 'commit' | 'startedAtUs' | 'url' | 'chainId'> {
  return {
    repository: last.repository ?? first.repository,
    pipeline: last.pipeline ?? first.pipeline,
    branch: last.branch ?? first.branch,
    commit: last.commit ?? first.commit,
    startedAtUs: last.startedAtUs ?? first.startedAtUs,
    url: last.url ?? first.url,
    chainId: last.chainId ?? first.chainId,
  };
}
