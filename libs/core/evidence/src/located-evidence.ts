import type { CausalGraph } from '@faultline/graph';
import type { EntityRef, Evidence, EventIndex, Unknown } from '@faultline/model';

/** Evidence and the entity that carries it. */
export interface LocatedEvidence {
  readonly entity: EntityRef;
  readonly evidence: Evidence;
}

export interface EvidenceContext {
  readonly index: EventIndex;
  readonly graph: CausalGraph;
}

/** What one test found, and what it could not look at. */
export interface EvidenceReport {
  readonly found: readonly LocatedEvidence[];
  readonly unknowns: readonly Unknown[];
}

/** One statistical or deterministic test. A new test is one file and one line in `evidence-tests.ts`. */
export interface EvidenceTest {
  readonly family: string;
  readonly id: string;
  run(context: EvidenceContext): EvidenceReport;
}

const maxNamedEvents = 20;

/** The first twenty event ids, in order: enough to look at, small enough to print. */
export function namedEvents(ids: readonly string[]): string[] {
  return ids.slice(0, maxNamedEvents);
}
