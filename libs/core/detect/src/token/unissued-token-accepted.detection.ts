import { serviceEntity, type EventOf, isoSeconds } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';
import { contradictedBursts } from './contradicted-bursts.js';

/**
 * Tokens of a suspect burst that a service accepted (2xx). ATT&CK T1606 (forge web credentials). Only bursts that contradict a witness count.
 */
export const unissuedTokenAccepted: Detection = {
  id: 'unissued-token-accepted',
  find(index) {
    const writers = new Set(
      index.of('wal.context').flatMap((event) => (event.traceId === null ? [] : [event.traceId])),
    );
    const byService = new Map<string, { uses: EventOf<'token.use'>[]; wrote: number }>();
    for (const burst of index.memo(contradictedBursts)) {
      for (const use of burst.tokens.flatMap((view) => view.uses)) {
        if (use.status === null || use.status < 200 || use.status >= 300) continue;
        let entry = byService.get(use.service);
        if (entry === undefined) byService.set(use.service, (entry = { uses: [], wrote: 0 }));
        entry.uses.push(use);
        if (use.traceId !== null && writers.has(use.traceId)) entry.wrote += 1;
      }
    }
    return [...byService].flatMap(([service, { uses, wrote }]) => impactOf(service, uses, wrote));
  },
};

function impactOf(service: string, uses: readonly EventOf<'token.use'>[], wrote: number): ImpactCandidate[] {
  const ordered = [...uses].sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  const first = ordered[0];
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    {
      detection: 'unissued-token-accepted',
      title: `Tokens that were never issued were accepted by ${service}`,
      severity: wrote > 0 ? 'critical' : 'high',
      score: 1 + Math.log10(1 + uses.length),
      entity: serviceEntity(service),
      by: null,
      atUs: last.atUs,
      event: last.id,
      why: `${uses.length} requests with tokens that no issuer is on record for were accepted${wrote > 0 ? `; ${wrote} of them wrote to the database` : ''}; the first at ${isoSeconds(first.atUs)}`,
      attack: ['T1606'],
      carriers: new Set(ordered.map((use) => use.id)),
      horizonUs: null,
    },
  ];
}
