export type { Detection, ImpactCandidate } from './detection.js';
export { detections, detectImpacts } from './detections.js';
export { processLineage, type ProcessLineage } from './host/process-lineage.js';
export { ledgerCoverage, type LedgerCoverage } from './token/ledger-coverage.js';
export { absenceP, burstGapUs, claimedUs, minBurst, mostLoss, pairPublished, suspectBursts, type SuspectBurst } from './token/suspect-bursts.js';
export { jtiForm, tokenShape } from './token/token-shape.js';
