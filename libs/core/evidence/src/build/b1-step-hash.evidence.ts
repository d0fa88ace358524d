import { stepEntity, type Evidence } from '@faultline/model';
import { eValue, evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import { novelties, type Novelty } from './novelty.js';
import { stepHistories } from './step-histories.js';

/**
 * B1, step hash: the step executed other code than before (another commit behind the same action or image name, a command or a host never
 * seen) although no commit changed the pipeline, a lock file or the base image. Like a dependency digest that does not match its provenance,
 * this is a contradiction, not a rarity, as long as no other run of the pipeline shows one; otherwise p = (others + 1) / (step runs + 1).
 */
export const stepHash: EvidenceTest = {
  family: 'build',
  id: 'B1',
  run({ index }) {
    const all = index.memo(novelties).filter((novelty) => executedAnew(novelty).length > 0);
    const stepRuns = new Map<string, number>();
    for (const history of index.memo(stepHistories)) stepRuns.set(history.pipeline, (stepRuns.get(history.pipeline) ?? 0) + history.runs.length);
    const unexplained = all.filter((novelty) => novelty.innocence.kind === 'none');
    const found = all.map((novelty): LocatedEvidence => {
      const runs = stepRuns.get(novelty.history.pipeline) ?? 0;
      const others = unexplained.filter((other) => other.history.pipeline === novelty.history.pipeline && other.run.job !== novelty.run.job).length;
      return { entity: stepEntity(novelty.run.job.identity, novelty.run.step.number, novelty.run.step.name), evidence: judge(novelty, others, runs) };
    });
    const blind = all.some((novelty) => novelty.innocence.kind === 'unknown');
    const unknowns = blind
      ? [
          {
            what: 'join commit → build run (push events)',
            why: 'pushes of a repository whose build changed were not read',
            effect: 'whether a reviewed commit explains the change in the build cannot be checked; build evidence is weaker',
          },
        ]
      : [];
    return { found, unknowns };
  },
};

function executedAnew(novelty: Novelty): string[] {
  return [...novelty.changedPins, ...novelty.newCommands, ...novelty.newHosts.map((host) => `host ${host}`)];
}

function judge(novelty: Novelty, others: number, runs: number): Evidence {
  const what = executedAnew(novelty).slice(0, 3).join('; ').slice(0, 300);
  const base = { family: 'build', test: 'B1', n: runs, events: namedEvents(novelty.run.job.events) } as const;
  if (novelty.innocence.kind === 'explained') {
    return { ...base, status: 'EXPLAINED', p: null, e: 1, events: namedEvents([...novelty.innocence.events, ...novelty.run.job.events]), reason: `executed anew: ${what}; explained: ${novelty.innocence.why}` };
  }
  if (novelty.innocence.kind === 'unknown') return { ...base, status: 'MISSING', p: null, e: 1, reason: `executed anew: ${what}; ${novelty.innocence.why}` };
  const p = (others + 1) / (runs + 1);
  const e = others === 0 ? evidenceParameters.flagLikelihoodRatio : eValue(p);
  return { ...base, status: 'SIGNIFICANT', p, e, reason: `executed anew although no commit changed pipeline, lock file or base image: ${what}` };
}
