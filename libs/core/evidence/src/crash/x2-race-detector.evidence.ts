import { evidenceParameters } from '../e-value.js';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectSites, type SuspectSite } from './crash-site-evidence.js';

/** X2, race detector: it watched both accesses and gives both stacks. An instrument of its own, which does not err as a dump does. */
export const raceDetector: EvidenceTest = {
  family: 'race',
  id: 'X2',
  run({ index }) {
    const found = index.memo(suspectSites).flatMap((suspect) => {
      const reported = suspect.appearances.filter(isReported);
      if (reported.length === 0) return [];
      return [
        {
          entity: suspect.entity,
          evidence: {
            family: 'race',
            test: 'X2',
            status: 'SIGNIFICANT' as const,
            p: null,
            e: evidenceParameters.flagLikelihoodRatio,
            n: reported.length,
            events: namedEvents(reported.map(({ crash }) => crash.event.id)),
            reason: `the race detector saw ${suspect.entity.label} use the value without order`,
          },
        },
      ];
    });
    return { found, unknowns: [] };
  },
};

function isReported({ crash, site }: SuspectSite['appearances'][number]): boolean {
  return crash.event.crash.kind.startsWith('race_') && site.certainty === 'certain';
}
