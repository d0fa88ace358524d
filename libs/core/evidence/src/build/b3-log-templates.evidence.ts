import { stepEntity, type Evidence } from '@faultline/model';
import { eValue, evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import { minRuns, novelties, type Novelty } from './novelty.js';
import { pipelineHistories, type PipelineHistory } from './pipeline-histories.js';

const minLines = 500;
/** Part of the weight that is left when no push was read: a reviewed commit may have brought the lines. */
const unseenCommit = 0.5;

/**
 * B3, log templates: the step printed lines of a kind that none of its earlier runs printed. p by Good-Turing over the (run, template) pairs of
 * all steps of the pipeline: kinds seen in one run only tell how often an honest run prints something new. "Log unchanged" would prove nothing.
 */
export const logTemplates: EvidenceTest = {
  family: 'build',
  id: 'B3',
  run({ index }) {
    const histories = index.memo(pipelineHistories);
    const seen = new Map(histories.map((history) => [history.name, countPairs(history)]));
    const found = index
      .memo(novelties)
      .filter((novelty) => novelty.newTemplates.length > 0)
      .map((novelty): LocatedEvidence => ({
        entity: stepEntity(novelty.run.job.identity, novelty.step.step.number, novelty.step.step.name),
        evidence: judge(novelty, seen.get(novelty.history.name) ?? { pairs: 0, once: 0 }),
      }));
    const unknowns = [];
    if (histories.length === 0 && index.of('cicd.job').length + index.of('cicd.run').length > 0) {
      unknowns.push({
        what: 'join build step → job log',
        why: 'no job logs were read',
        effect:
          'no build step can be examined: a compromised build is named no closer than its artifact’s consumers',
      });
    } else if (histories.length > 0 && histories.every((history) => history.runs.length <= minRuns)) {
      unknowns.push({
        what: 'build baseline',
        why: `no step has more than ${minRuns} logged runs`,
        effect: 'new log lines cannot be told from ordinary ones',
      });
    }
    return { found, unknowns };
  },
};

/** How many (run, kind of line) pairs a pipeline has, and how many kinds one run only. */
function countPairs(history: PipelineHistory): { pairs: number; once: number } {
  const runsOf = new Map<string, number>();
  let pairs = 0;
  for (const run of history.runs) {
    for (const template of new Set(run.steps.flatMap((step) => [...step.templates]))) {
      runsOf.set(template, (runsOf.get(template) ?? 0) + 1);
      pairs += 1;
    }
  }
  return { pairs, once: [...runsOf.values()].filter((count) => count === 1).length };
}

function judge(novelty: Novelty, baseline: { pairs: number; once: number }): Evidence {
  const lines = novelty.newTemplates
    .slice(0, 3)
    .map((template) => `“${template.slice(0, 120)}”`)
    .join(', ');
  const base = {
    family: 'build',
    test: 'B3',
    n: baseline.pairs,
    events: namedEvents(novelty.run.job.events),
  } as const;
  if (baseline.pairs < minLines)
    return {
      ...base,
      status: 'MISSING',
      p: null,
      e: 1,
      reason: `${baseline.pairs} baseline lines, ${minLines} needed`,
    };
  if (novelty.innocence.kind === 'explained')
    return {
      ...base,
      status: 'EXPLAINED',
      p: null,
      e: 1,
      reason: `new lines ${lines}; explained: ${novelty.innocence.why}`,
    };
  // The novelty under test is itself among the kinds seen once.
  const p = (Math.max(0, baseline.once - novelty.newTemplates.length) + 1) / (baseline.pairs + 1);
  const significant = p < evidenceParameters.significanceP;
  const unseen =
    novelty.innocence.kind === 'unknown'
      ? `; ${novelty.innocence.why}, so a reviewed commit may have brought them`
      : '';
  return {
    ...base,
    status: significant ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
    p,
    e: significant ? Math.max(1, eValue(p) * (unseen === '' ? 1 : unseenCommit)) : 1,
    reason: `${novelty.newTemplates.length} kinds of lines that no earlier run printed: ${lines}${unseen}`,
  };
}
