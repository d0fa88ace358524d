export type { Detection, ImpactCandidate } from './detection.js';
export { detections, detectImpacts } from './detections.js';
export { processLineage, type ProcessLineage } from './host/process-lineage.js';
export { claimedUs } from './token/claimed-time.js';
export {
  issuerLedgers,
  ledgerCovers,
  lossOf,
  tokensBeside,
  type IssuerLedger,
  type IssuerLedgers,
} from './token/issuer-ledgers.js';
export {
  absenceP,
  burstGapUs,
  minBurst,
  mostLoss,
  pairPublished,
  suspectBursts,
  type SuspectBurst,
} from './token/suspect-bursts.js';
export { jtiForm, tokenShape } from './token/token-shape.js';
