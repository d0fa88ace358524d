import type { EventIndex } from '@faultline/model';
import { isDiagnostic } from './line-template.js';
import { commitBetween, type Innocence } from './innocent-cause.js';
import { pipelineHistories, type JobRun, type PipelineHistory, type StepRun } from './pipeline-histories.js';

/** A moved tag reaches each pipeline at its next run, which may be days away. */
const cohortUs = 7 * 86_400_000_000;
/** The same novelty in this many other repositories at about the same time is a roll-out (runner image, shared tool), not one step's doing. */
const cohortRepositories = 2;

/** Something that a step did or printed and no earlier run of its pipeline ever had, in whatever step. */
export interface Novelty {
  readonly history: PipelineHistory;
  readonly run: JobRun;
  readonly step: StepRun;
  readonly place: number;
  /** Other code behind a name: `action org/name@ref = SHA`, `image name = digest`. */
  readonly changedPins: readonly string[];
  readonly newCommands: readonly string[];
  readonly newHosts: readonly string[];
  readonly newTemplates: readonly string[];
  readonly innocence: Innocence;
}

/** Runs before the test has something to compare with. */
export const minRuns = 20;

/** All novelties of runs that have at least `minRuns` earlier ones. Cost: linear in log lines. */
export function novelties(index: EventIndex): readonly Novelty[] {
  const raw = index.memo(pipelineHistories).flatMap(noveltiesOf);
  // Young pipelines count as witnesses of a roll-out, although they have too little history to be tested themselves.
  const cohorts = cohortTimes(raw);
  return raw
    .filter((novelty) => novelty.place >= minRuns)
    .map((novelty) => ({ ...novelty, innocence: innocenceOf(index, novelty, cohorts) }));
}

type RawNovelty = Omit<Novelty, 'innocence'>;

/** Everything that earlier runs of a pipeline did or printed. */
class Known {
  readonly #pins = new Set<string>();
  readonly #commands = new Set<string>();
  readonly #hosts = new Set<string>();
  readonly #templates = new Set<string>();

  news(step: StepRun): Pick<RawNovelty, 'changedPins' | 'newCommands' | 'newHosts' | 'newTemplates'> {
    return {
      changedPins: pinsOf(step).filter((pin) => !this.#pins.has(pin)),
      newCommands: [...step.facts.commands].filter((command) => !this.#commands.has(command)),
      newHosts: [...step.facts.hosts].filter((host) => !this.#hosts.has(host)),
      newTemplates: [...step.templates].filter(
        (template) => !this.#templates.has(template) && !isDiagnostic(template),
      ),
    };
  }

  learn(run: JobRun): void {
    for (const step of run.steps) {
      for (const pin of pinsOf(step)) this.#pins.add(pin);
      for (const command of step.facts.commands) this.#commands.add(command);
      for (const host of step.facts.hosts) this.#hosts.add(host);
      for (const template of step.templates) this.#templates.add(template);
    }
  }
}

function pinsOf(step: StepRun): string[] {
  return [...step.facts.pins].map(([name, pin]) => `${name} = ${pin}`);
}

function noveltiesOf(history: PipelineHistory): RawNovelty[] {
  const known = new Known();
  const found: RawNovelty[] = [];
  history.runs.forEach((run, place) => {
    for (const step of run.steps) {
      const news = known.news(step);
      if (place > 0 && marksOf(news).length > 0) found.push({ history, run, step, place, ...news });
    }
    known.learn(run);
  });
  return found;
}

function innocenceOf(
  index: EventIndex,
  novelty: RawNovelty,
  cohorts: ReadonlyMap<string, readonly { repository: string; atUs: number }[]>,
): Innocence {
  const marks = marksOf(novelty);
  const shared = marks.filter((mark) => {
    const others = (cohorts.get(mark) ?? []).filter(
      (other) =>
        other.repository !== repositoryOf(novelty) && Math.abs(other.atUs - novelty.run.atUs) <= cohortUs,
    );
    return new Set(others.map((other) => other.repository)).size >= cohortRepositories;
  });
  if (shared.length === marks.length)
    return {
      kind: 'explained',
      why: 'other repositories show the same change at the same time (a roll-out)',
      events: [],
    };
  return commitBetween(index, novelty.history.runs[novelty.place - 1], novelty.run);
}

/** Jobs of one repository, a matrix for instance, are no witnesses of each other: whoever changed one changed them all. */
function repositoryOf(novelty: RawNovelty): string {
  return novelty.run.job.identity.repository ?? novelty.history.name;
}

function marksOf(
  news: Pick<RawNovelty, 'changedPins' | 'newCommands' | 'newHosts' | 'newTemplates'>,
): string[] {
  return [...news.changedPins, ...news.newCommands, ...news.newHosts, ...news.newTemplates];
}

function cohortTimes(
  raw: readonly RawNovelty[],
): ReadonlyMap<string, readonly { repository: string; atUs: number }[]> {
  const cohorts = new Map<string, { repository: string; atUs: number }[]>();
  for (const novelty of raw) {
    const entry = { repository: repositoryOf(novelty), atUs: novelty.run.atUs };
    for (const mark of marksOf(novelty)) {
      const list = cohorts.get(mark);
      if (list === undefined) cohorts.set(mark, [entry]);
      else list.push(entry);
    }
  }
  return cohorts;
}
