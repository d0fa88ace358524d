import { isRace } from '@faultline/crash';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { evidenceParameters } from '../e-value.js';
import { suspectSites, type SuspectSite } from './crash-site-evidence.js';
import { crashUnknowns } from './crash-unknowns.js';

/** The runtime caught it in the act; that it is the side without a lock is likely where it wrote, and even odds where it read. */
const readerRatio = 30;
/** The other party, as the states of the goroutines suggest. */
const likelyRatio = 20;
/** A panic or a fault shows where it struck, which is often not where the mistake is. */
const otherRatio = 20;

/**
 * X1, site of the crash: a dump that only the runtime can have printed shows the function at work on the map, and sometimes the other party. A
 * deterministic flag; the ratio says how often such a site is where the mistake is.
 */
export const crashSite: EvidenceTest = {
  family: 'crash',
  id: 'X1',
  run({ index }) {
    return {
      found: index.memo(suspectSites).map((suspect) => ({
        entity: suspect.entity,
        evidence: {
          family: 'crash',
          test: 'X1',
          status: 'SIGNIFICANT' as const,
          p: null,
          e: ratioOf(suspect),
          n: suspect.appearances.length,
          events: namedEvents(suspect.appearances.map(({ crash }) => crash.event.id)),
          reason: reasonOf(suspect),
        },
      })),
      unknowns: crashUnknowns(index),
    };
  },
};

function ratioOf({ appearances }: SuspectSite): number {
  return appearances.reduce((most, appearance) => Math.max(most, ratioIn(appearance)), 0);
}

function ratioIn({ crash, site }: SuspectSite['appearances'][number]): number {
  const { kind, crashing } = crash.event.crash;
  if (!isRace(kind)) return otherRatio;
  if (site.certainty === 'likely') return likelyRatio;
  const wrote = site.part === 'peer' || crashing?.role === 'writer';
  return wrote ? evidenceParameters.flagLikelihoodRatio : readerRatio;
}

function reasonOf({ appearances, entity }: SuspectSite): string {
  const [first] = appearances;
  const part = first?.site.part === 'peer' ? 'is the other party' : 'was on top';
  const certainty = appearances.some(({ site }) => site.certainty === 'certain') ? 'certain' : 'likely';
  return `${entity.label} ${part} when the program died${appearances.length > 1 ? `, in ${appearances.length} crashes` : ''} (${certainty})`;
}
