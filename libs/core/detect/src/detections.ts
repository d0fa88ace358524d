import type { EventIndex, Severity } from '@faultline/model';
import { severities } from '@faultline/model';
import { alertAsImpact } from './alert/alert-as-impact.detection.js';
import { instanceCredentialMisused } from './cloud/instance-credential-misused.detection.js';
import { processCrashed } from './crash/process-crashed.detection.js';
import type { Detection, ImpactCandidate } from './detection.js';
import { lsassMemoryRead } from './host/lsass-memory-read.detection.js';
import { unauthorisedBurst } from './token/unauthorised-burst.detection.js';
import { unissuedTokenAccepted } from './token/unissued-token-accepted.detection.js';
import { unissuedTokenRefused } from './token/unissued-token-refused.detection.js';
import { unissuedTokenWrote } from './token/unissued-token-wrote.detection.js';

/** Every built-in detection. A new one is one file and one line here. */
export const detections: readonly Detection[] = [
  lsassMemoryRead,
  unissuedTokenWrote,
  unissuedTokenAccepted,
  unauthorisedBurst,
  unissuedTokenRefused,
  instanceCredentialMisused,
  processCrashed,
  alertAsImpact,
];

/** Impacts of all detections: worst first, then the most certain, then the earliest. */
export function detectImpacts(index: EventIndex): readonly ImpactCandidate[] {
  const found = detections.flatMap((detection) => detection.find(index));
  // A burst of refusals contains the refused tokens of its service.
  const burst = new Set(
    found.flatMap((impact) => (impact.detection === 'unauthorised-burst' ? [impact.entity.key] : [])),
  );
  return found
    .filter((impact) => impact.detection !== 'unissued-token-refused' || !burst.has(impact.entity.key))
    .sort(
      (a, b) =>
        rank(a.severity) - rank(b.severity) ||
        b.score - a.score ||
        a.atUs - b.atUs ||
        (a.event < b.event ? -1 : 1),
    );
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}
