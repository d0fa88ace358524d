import type { Analysis, Incident, RootCause, Verdict } from '@faultline/model';
import type { StoryIncident } from './story-answer.js';

/** What an answer says about the true build step of a story. */
export interface Score {
  /** Rank of a step of the true job in the first incident that names one; null: no incident does. */
  readonly rank: number | null;
  readonly named: RootCause | null;
  readonly incident: Incident | null;
  readonly first: RootCause | null;
}

export function isTrueStep(root: RootCause, truth: StoryIncident): boolean {
  return root.entity.kind === 'build-step' && keyHoldsId(root.entity.key, truth.root.jobId);
}

/** CI ids stand between slashes in the keys of builds, jobs and steps. */
export function keyHoldsId(key: string, id: string): boolean {
  return key.split('/').includes(id);
}

/** Incidents come worst first: the first that names the true job is the answer about it. */
export function scoreOf(analysis: Analysis, truth: StoryIncident): Score {
  for (const incident of analysis.incidents) {
    const named = incident.rootCauses.find((root) => isTrueStep(root, truth));
    if (named !== undefined)
      return { rank: named.rank, named, incident, first: incident.rootCauses[0] ?? null };
  }
  const incident = analysis.incidents[0] ?? null;
  return { rank: null, named: null, incident, first: incident?.rootCauses[0] ?? null };
}

/** Verdicts above SUSPECTED: an analyst would be woken. */
const alarming: ReadonlySet<Verdict> = new Set(['CONFIRMED', 'PROBABLE']);

/** Root causes that accuse something with conviction. */
export function accusations(analysis: Analysis): readonly RootCause[] {
  return analysis.incidents.flatMap((incident) =>
    incident.rootCauses.filter((root) => alarming.has(root.verdict)),
  );
}

/** CONFIRMED root causes that are not the true step. */
export function wrongConfirmations(analysis: Analysis, truth: StoryIncident): readonly RootCause[] {
  return accusations(analysis).filter((root) => root.verdict === 'CONFIRMED' && !isTrueStep(root, truth));
}
