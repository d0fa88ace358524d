import { ipEntity, signatureRefused, tokenViews } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';

const leastRefusals = 20;
const minSources = 20;

/**
 * F3, one source of refusals: an address was refused far more often than any other, without a token or with one whose signature did not hold
 * (ATT&CK T1110). A refused token that some key did sign accuses its signer, not whoever presented it.
 */
export const singleSourceRefusals: EvidenceTest = {
  family: 'flow',
  id: 'F3',
  run({ index }) {
    const refusals = new Map<string, string[]>();
    const sources = new Set<string>();
    const signed = new Set(
      index
        .memo(tokenViews)
        .flatMap((view) => (signatureRefused(view) ? [] : view.uses.map((use) => use.id))),
    );
    for (const kind of ['token.use', 'http.access'] as const) {
      for (const event of index.of(kind)) {
        if (event.sourceIp === null) continue;
        sources.add(event.sourceIp);
        if ((event.status !== 401 && event.status !== 403) || signed.has(event.id)) continue;
        const list = refusals.get(event.sourceIp);
        if (list === undefined) refusals.set(event.sourceIp, [event.id]);
        else list.push(event.id);
      }
    }
    if (sources.size < minSources) return { found: [], unknowns: [] };
    const ranked = [...refusals.values()].map((events) => events.length).sort((a, b) => b - a);
    /** How many addresses were refused at least so often. */
    const alikeOf = new Map(ranked.map((count, place) => [count, place + 1]));
    const found: LocatedEvidence[] = [];
    for (const [ip, events] of refusals) {
      if (events.length < leastRefusals) continue;
      const alike = alikeOf.get(events.length) ?? 0;
      const p = alike / (sources.size + 1);
      if (p >= 0.05) continue;
      found.push({
        entity: ipEntity(ip),
        evidence: {
          family: 'flow',
          test: 'F3',
          status: 'SIGNIFICANT',
          p,
          e: eValue(p),
          n: sources.size,
          events: namedEvents(events),
          reason: `refused ${events.length} times; ${alike} of ${sources.size} addresses were refused as often`,
        },
      });
    }
    return { found, unknowns: [] };
  },
};
