import type { EventIndex } from '@faultline/model';
import { commitBetween, type Innocence } from './innocent-cause.js';
import { stepHistories, type StepHistory, type StepRun } from './step-histories.js';

/** A moved tag reaches each pipeline at its next run, which may be days away. */
const cohortUs = 7 * 86_400_000_000;
/** The same novelty in this many other pipelines at about the same time is a roll-out (runner image, shared tool), not one step's doing. */
const cohortPipelines = 2;

/** Something that a step run did or printed and no earlier run of that step ever had. */
export interface Novelty {
  readonly history: StepHistory;
  readonly run: StepRun;
  readonly place: number;
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
  const raw = index.memo(stepHistories).flatMap(noveltiesOf);
  // Young pipelines count as witnesses of a roll-out, although they have too little history to be tested themselves.
  const cohorts = cohortTimes(raw);
  return raw.filter((novelty) => novelty.place >= minRuns).map((novelty) => ({ ...novelty, innocence: innocenceOf(index, novelty, cohorts) }));
}

type RawNovelty = Omit<Novelty, 'innocence'>;

function noveltiesOf(history: StepHistory): RawNovelty[] {
  const pins = new Map<string, Set<string>>();
  const commands = new Set<string>();
  const hosts = new Set<string>();
  const templates = new Set<string>();
  const found: RawNovelty[] = [];
  history.runs.forEach((run, place) => {
    const changedPins = [...run.facts.pins].filter(([name, pin]) => pins.get(name)?.has(pin) === false).map(([name, pin]) => `${name} = ${pin}`);
    // A pin under a name never seen is new code, too.
    const newPins = [...run.facts.pins].filter(([name]) => !pins.has(name)).map(([name, pin]) => `${name} = ${pin}`);
    const newCommands = [...run.facts.commands].filter((command) => !commands.has(command));
    const newHosts = [...run.facts.hosts].filter((host) => !hosts.has(host));
    const newTemplates = [...run.templates].filter((template) => !templates.has(template));
    if (place > 0 && changedPins.length + newPins.length + newCommands.length + newHosts.length + newTemplates.length > 0) {
      found.push({ history, run, place, changedPins: [...changedPins, ...newPins], newCommands, newHosts, newTemplates });
    }
    for (const [name, pin] of run.facts.pins) {
      const known = pins.get(name);
      if (known === undefined) pins.set(name, new Set([pin]));
      else known.add(pin);
    }
    for (const command of run.facts.commands) commands.add(command);
    for (const host of run.facts.hosts) hosts.add(host);
    for (const template of run.templates) templates.add(template);
  });
  return found;
}

function innocenceOf(index: EventIndex, novelty: RawNovelty, cohorts: ReadonlyMap<string, readonly { pipeline: string; atUs: number }[]>): Innocence {
  const shared = marksOf(novelty).filter((mark) => {
    const others = (cohorts.get(mark) ?? []).filter((other) => other.pipeline !== novelty.history.pipeline && Math.abs(other.atUs - novelty.run.atUs) <= cohortUs);
    return new Set(others.map((other) => other.pipeline)).size >= cohortPipelines;
  });
  const marks = marksOf(novelty);
  if (marks.length > 0 && shared.length === marks.length) return { kind: 'explained', why: 'other pipelines show the same change at the same time (a roll-out)', events: [] };
  return commitBetween(index, novelty.history.runs[novelty.place - 1], novelty.run);
}

function marksOf(novelty: RawNovelty): string[] {
  return [...novelty.changedPins, ...novelty.newCommands, ...novelty.newHosts, ...novelty.newTemplates];
}

function cohortTimes(raw: readonly RawNovelty[]): ReadonlyMap<string, readonly { pipeline: string; atUs: number }[]> {
  const cohorts = new Map<string, { pipeline: string; atUs: number }[]>();
  for (const novelty of raw) {
    for (const mark of marksOf(novelty)) {
      const list = cohorts.get(mark);
      const entry = { pipeline: novelty.history.pipeline, atUs: novelty.run.atUs };
      if (list === undefined) cohorts.set(mark, [entry]);
      else list.push(entry);
    }
  }
  return cohorts;
}
