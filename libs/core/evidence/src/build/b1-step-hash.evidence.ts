import { stepEntity, type Evidence } from '@faultline/model';
import { eValue, evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import { novelties, type Novelty } from './novelty.js';
import { pipelineHistories } from './pipeline-histories.js';

/**
 * B1, step hash: the step executed other code than any earlier run although no commit changed the pipeline, a lock file or the base image. A command
 * or a host never seen is a contradiction, like a dependency digest that does not match its provenance, as long as no other run of the pipeline
 * shows one; a name (`action@v4`, `image:20`) that now means other code is not, because tags move lawfully: p = (other moves + 1) / (runs + 1).
 */
export const stepHash: EvidenceTest = {
  family: 'build',
  id: 'B1',
  run({ index }) {
    const all = index.memo(novelties).filter((novelty) => executedAnew(novelty).length > 0);
    const runs = new Map(
      index
        .memo(pipelineHistories)
        .map((history) => [history.name, history.runs.reduce((sum, run) => sum + run.steps.length, 0)]),
    );
    const allRuns = index.memo(pipelineHistories).reduce((sum, history) => sum + history.runs.length, 0);
    const moves = new Set(
      all.filter((novelty) => novelty.changedPins.length > 0).map((novelty) => novelty.run.job),
    ).size;
    const found = all.map((novelty): LocatedEvidence => {
      const others = all.filter(
        (other) =>
          other.history === novelty.history &&
          other.run !== novelty.run &&
          other.innocence.kind === 'none' &&
          commandsOrHosts(other).length > 0,
      );
      const counts = {
        others: new Set(others.map((other) => other.run)).size,
        stepRuns: runs.get(novelty.history.name) ?? 0,
        moves,
        allRuns,
      };
      return {
        entity: stepEntity(novelty.run.job.identity, novelty.step.step.number, novelty.step.step.name),
        evidence: judge(novelty, counts),
      };
    });
    const blind = all.some((novelty) => novelty.innocence.kind === 'unknown');
    const unknowns = blind
      ? [
          {
            what: 'join commit → build run (push events)',
            why: 'pushes of a repository whose build changed were not read',
            effect:
              'whether a reviewed commit explains the change in the build cannot be checked; build evidence is weaker',
          },
        ]
      : [];
    return { found, unknowns };
  },
};

function commandsOrHosts(novelty: Novelty): string[] {
  return [...novelty.newCommands, ...novelty.newHosts.map((host) => `host ${host}`)];
}

function executedAnew(novelty: Novelty): string[] {
  return [...commandsOrHosts(novelty), ...novelty.changedPins];
}

interface Counts {
  /** Other runs of the pipeline with an unexplained command or host. */
  readonly others: number;
  readonly stepRuns: number;
  /** Runs of any pipeline in which a name came to mean other code. */
  readonly moves: number;
  readonly allRuns: number;
}

function judge(novelty: Novelty, { others, stepRuns, moves, allRuns }: Counts): Evidence {
  const what = executedAnew(novelty).slice(0, 3).join('; ').slice(0, 300);
  const base = {
    family: 'build',
    test: 'B1',
    n: stepRuns,
    events: namedEvents(novelty.run.job.events),
  } as const;
  if (novelty.innocence.kind === 'explained') {
    return {
      ...base,
      status: 'EXPLAINED',
      p: null,
      e: 1,
      events: namedEvents([...novelty.innocence.events, ...novelty.run.job.events]),
      reason: `executed anew: ${what}; explained: ${novelty.innocence.why}`,
    };
  }
  if (novelty.innocence.kind === 'unknown')
    return {
      ...base,
      status: 'MISSING',
      p: null,
      e: 1,
      reason: `executed anew: ${what}; ${novelty.innocence.why}`,
    };
  const reason = `executed anew although no commit changed pipeline, lock file or base image: ${what}`;
  if (commandsOrHosts(novelty).length === 0) {
    const p = Math.min(1, moves / (allRuns + 1));
    return {
      ...base,
      n: allRuns,
      status: p < 0.05 ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
      p,
      e: eValue(p),
      reason: `${reason} (a moved tag)`,
    };
  }
  const p = (others + 1) / (stepRuns + 1);
  return {
    ...base,
    status: 'SIGNIFICANT',
    p,
    e: others === 0 ? evidenceParameters.flagLikelihoodRatio : eValue(p),
    reason,
  };
}
