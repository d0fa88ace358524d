import type { EventIndex } from '../event-index.js';
import type { JobView } from './job-view.js';
import type { StepView } from './step-lines.js';
import { jobViews } from './job-view.js';

/** The place in a build where an artifact's digest first appeared. */
export interface DigestPrint {
  readonly job: JobView;
  readonly step: StepView;
  readonly atUs: number;
}

const digestPattern = /sha256:[0-9a-f]{64}/g;

/**
 * Where each deployable digest was first printed: the pushing step. Only digests that some artifact, deployment or provenance record names
 * are looked for, so base images that a build merely pulls do not count.
 */
export function digestPrints(index: EventIndex): ReadonlyMap<string, DigestPrint> {
  const wanted = new Set<string>();
  for (const event of index.of('cicd.artifact')) if (event.digest !== null) wanted.add(event.digest);
  for (const event of index.of('cicd.deployment')) if (event.digest !== null) wanted.add(event.digest);
  for (const event of index.of('cicd.provenance'))
    for (const subject of event.subjects) wanted.add(subject.digest);
  const prints = new Map<string, DigestPrint>();
  if (wanted.size === 0) return prints;
  for (const job of index.memo(jobViews)) {
    for (const step of job.steps) {
      for (const line of step.lines) {
        if (!line.text.includes('sha256:')) continue;
        const atUs = line.atUs ?? step.completedAtUs ?? job.finishedAtUs ?? 0;
        for (const digest of line.text.match(digestPattern) ?? []) {
          const known = prints.get(digest);
          if (wanted.has(digest) && (known === undefined || atUs < known.atUs))
            prints.set(digest, { job, step, atUs });
        }
      }
    }
  }
  return prints;
}
