import type { EventIndex } from '../event-index.js';
import type { CicdStep, EventOf } from '../event.js';
import type { JobIdentity } from '../entities/delivery-entities.js';
import { jobTogether, runTogether } from './told-together.js';
import { stepsOfLog, type StepView } from './step-lines.js';

/** One job of a run as all records together tell it: what ran, when, and what each step printed. */
export interface JobView {
  readonly identity: JobIdentity;
  readonly pipeline: string | null;
  readonly branch: string | null;
  readonly commit: string | null;
  readonly runner: string | null;
  readonly startedAtUs: number | null;
  readonly finishedAtUs: number | null;
  readonly outcome: string | null;
  readonly runUrl: string | null;
  readonly chainId: string | null;
  readonly steps: readonly StepView[];
  /** Ids of the events that tell of it, the completing one first. */
  readonly events: readonly string[];
  /** False: the job is known from its log alone, so nothing says which commit or runner it had. */
  readonly announced: boolean;
  readonly logged: boolean;
}

/** All jobs, sorted by start, then id. Cost: linear in events and log lines. */
export function jobViews(index: EventIndex): readonly JobView[] {
  const jobs = new Map<
    string,
    { job: EventOf<'cicd.job'> | null; log: EventOf<'cicd.log'> | null; events: string[] }
  >();
  const slot = (key: string) => {
    let entry = jobs.get(key);
    if (entry === undefined) jobs.set(key, (entry = { job: null, log: null, events: [] }));
    return entry;
  };
  for (const event of index.of('cicd.job')) {
    const entry = slot(event.jobId);
    entry.job = entry.job === null ? event : jobTogether(entry.job, event);
    if (event.phase === 'finished') entry.events.unshift(event.id);
    else entry.events.push(event.id);
  }
  for (const event of index.of('cicd.log')) {
    const entry = slot(event.jobId);
    entry.log = event;
    entry.events.push(event.id);
  }
  const runs = index.memo(runViews);
  return [...jobs.values()]
    .map(({ job, log, events }) => viewOf(job, log, events, runs))
    .sort(
      (a, b) => (a.startedAtUs ?? 0) - (b.startedAtUs ?? 0) || (a.identity.jobId < b.identity.jobId ? -1 : 1),
    );
}

function viewOf(
  job: EventOf<'cicd.job'> | null,
  log: EventOf<'cicd.log'> | null,
  events: readonly string[],
  runs: ReadonlyMap<string, EventOf<'cicd.run'>>,
): JobView {
  const runId = job?.runId ?? log?.runId ?? null;
  const run = runId === null ? undefined : runs.get(runId);
  const announced: readonly CicdStep[] = job?.steps ?? [];
  const steps = stepsOfLog(announced, log?.lines ?? []);
  const firstLine = log?.lines.find((line) => line.atUs !== null)?.atUs ?? null;
  const lastLine = log?.lines.findLast((line) => line.atUs !== null)?.atUs ?? null;
  return {
    identity: {
      repository: job?.repository ?? log?.repository ?? run?.repository ?? null,
      runId,
      attempt: job?.attempt ?? log?.attempt ?? 1,
      jobId: job?.jobId ?? log?.jobId ?? '',
      jobName: job?.jobName ?? log?.jobName ?? null,
    },
    pipeline: job?.pipeline ?? run?.pipeline ?? null,
    branch: job?.branch ?? run?.branch ?? null,
    commit: job?.commit ?? run?.commit ?? null,
    runner: job?.runner ?? null,
    startedAtUs:
      job?.startedAtUs ?? firstLine ?? (job?.phase === 'started' ? job.atUs : null) ?? log?.atUs ?? null,
    finishedAtUs: job?.finishedAtUs ?? lastLine ?? (job?.phase === 'finished' ? job.atUs : null),
    outcome: job?.outcome ?? null,
    runUrl: run?.url ?? job?.url ?? null,
    chainId: run?.chainId ?? job?.chainId ?? null,
    steps,
    events,
    announced: job !== null,
    logged: log !== null,
  };
}

/** Every run by its id, as its latest attempt tells it. */
export function runViews(index: EventIndex): ReadonlyMap<string, EventOf<'cicd.run'>> {
  const runs = new Map<string, EventOf<'cicd.run'>>();
  for (const run of index.memo(runAttempts)) {
    const known = runs.get(run.runId);
    if (known === undefined || run.attempt >= known.attempt) runs.set(run.runId, run);
  }
  return runs;
}

/** Every attempt of every run, as all its records together tell it. */
export function runAttempts(index: EventIndex): readonly EventOf<'cicd.run'>[] {
  const attempts = new Map<string, EventOf<'cicd.run'>>();
  for (const event of index.of('cicd.run')) {
    const key = `${event.attempt}/${event.runId}`;
    const known = attempts.get(key);
    attempts.set(key, known === undefined ? event : runTogether(known, event));
  }
  return [...attempts.values()];
}
