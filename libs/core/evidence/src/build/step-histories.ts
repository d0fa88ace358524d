import { jobViews, type EventIndex, type JobView, type StepView } from '@faultline/model';
import { executedFacts, type ExecutedFacts } from './executed-facts.js';
import { lineTemplate } from './line-template.js';

export interface StepRun {
  readonly job: JobView;
  readonly step: StepView;
  readonly atUs: number;
  readonly templates: ReadonlySet<string>;
  readonly facts: ExecutedFacts;
}

/** The runs of one step of one pipeline, in time order. */
export interface StepHistory {
  readonly pipeline: string;
  readonly name: string;
  readonly runs: readonly StepRun[];
}

/**
 * Histories of all logged steps, keyed by repository, pipeline, job and step name. Where no event names the pipeline, the repository and the
 * job's name stand for it.
 */
export function stepHistories(index: EventIndex): readonly StepHistory[] {
  const histories = new Map<string, { pipeline: string; name: string; runs: StepRun[] }>();
  for (const job of index.memo(jobViews)) {
    if (!job.logged) continue;
    const pipeline = `${job.identity.repository ?? ''} ${job.pipeline ?? ''} ${job.identity.jobName ?? ''}`;
    for (const step of job.steps) {
      if (step.lines.length === 0) continue;
      const key = `${pipeline}/${step.name}`;
      let history = histories.get(key);
      if (history === undefined) histories.set(key, (history = { pipeline, name: step.name, runs: [] }));
      history.runs.push({
        job,
        step,
        atUs: step.startedAtUs ?? job.startedAtUs ?? 0,
        templates: new Set(step.lines.map((line) => lineTemplate(line.text))),
        facts: executedFacts(step.lines),
      });
    }
  }
  for (const history of histories.values()) history.runs.sort((a, b) => a.atUs - b.atUs || (a.job.identity.jobId < b.job.identity.jobId ? -1 : 1));
  return [...histories.values()];
}
