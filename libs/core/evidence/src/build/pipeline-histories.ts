import { jobViews, type EventIndex, type JobView, type StepView } from '@faultline/model';
import { executedFacts, type ExecutedFacts } from './executed-facts.js';
import { lineTemplate } from './line-template.js';

export interface StepRun {
  readonly step: StepView;
  readonly templates: ReadonlySet<string>;
  readonly facts: ExecutedFacts;
}

export interface JobRun {
  readonly job: JobView;
  readonly atUs: number;
  readonly steps: readonly StepRun[];
}

/** The logged runs of one job of one pipeline, in time order. */
export interface PipelineHistory {
  readonly name: string;
  readonly runs: readonly JobRun[];
}

/**
 * Histories of all logged jobs, keyed by repository and job name. The workflow's name is no part of the key: where its event was lost, the same job
 * would otherwise look like a pipeline without a past.
 */
export function pipelineHistories(index: EventIndex): readonly PipelineHistory[] {
  const histories = new Map<string, JobRun[]>();
  for (const job of index.memo(jobViews)) {
    if (!job.logged) continue;
    const name = `${job.identity.repository ?? ''} ${job.identity.jobName ?? job.pipeline ?? ''}`;
    const run: JobRun = {
      job,
      atUs: job.startedAtUs ?? 0,
      steps: pinsWhereUsed(
        job.steps
          .filter((step) => step.lines.length > 0)
          .map((step) => ({
            step,
            templates: new Set(step.lines.map((line) => lineTemplate(line.text))),
            facts: executedFacts(step.lines),
          })),
      ),
    };
    const list = histories.get(name);
    if (list === undefined) histories.set(name, [run]);
    else list.push(run);
  }
  return [...histories].map(([name, runs]) => ({
    name,
    runs: runs.sort((a, b) => a.atUs - b.atUs || (a.job.identity.jobId < b.job.identity.jobId ? -1 : 1)),
  }));
}

/** Actions are downloaded while the job is set up and run later: a moved tag is the doing of the step that runs it. */
function pinsWhereUsed(steps: readonly StepRun[]): StepRun[] {
  const pinOf = new Map(steps.flatMap((run) => [...run.facts.pins]));
  const used = new Set(steps.flatMap((run) => [...run.facts.uses].map((name) => `action ${name}`)));
  return steps.map((run) => {
    const pins = new Map([...run.facts.pins].filter(([name]) => !used.has(name)));
    for (const name of run.facts.uses) {
      const pin = pinOf.get(`action ${name}`);
      if (pin !== undefined) pins.set(`action ${name}`, pin);
    }
    return { ...run, facts: { ...run.facts, pins } };
  });
}
