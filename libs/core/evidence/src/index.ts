export { eValue, evidenceParameters } from './e-value.js';
export {
  evidenceTests,
  gatherEvidence,
  type ConcernedUnknown,
  type GatheredEvidence,
} from './evidence-tests.js';
export type { EvidenceContext, EvidenceTest, LocatedEvidence } from './located-evidence.js';
