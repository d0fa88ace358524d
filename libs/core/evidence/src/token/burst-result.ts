import type { SuspectBurst } from '@faultline/detect';
import { eValue } from '../e-value.js';
import { namedEvents, type LocatedEvidence } from '../located-evidence.js';

type Status = 'SIGNIFICANT' | 'NOT_SIGNIFICANT' | 'MISSING';

/** How a test of the token family reports on a burst by a p-value: weight and the tokens' first uses are named only where it is significant. */
export function burstResult(
  burst: SuspectBurst,
  test: string,
): (status: Status, p: number | null, reason: string) => LocatedEvidence {
  return (status, p, reason) => {
    const significant = status === 'SIGNIFICANT';
    return {
      entity: burst.anchor,
      evidence: {
        family: 'token',
        test,
        status,
        p,
        e: significant && p !== null ? eValue(p) : 1,
        n: burst.tokens.length,
        events: significant ? namedEvents(burst.tokens.map((view) => view.firstUse.id)) : [],
        reason,
      },
    };
  };
}
