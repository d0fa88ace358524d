import { processEntity } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';

const minAccesses = 200;

/**
 * H4, caller's stack: the process opened others from memory that belongs to no module, as injected or unpacked code does. p = processes that
 * ever do so / processes that open others.
 */
export const callerStack: EvidenceTest = {
  family: 'host',
  id: 'H4',
  run({ index }) {
    const accesses = index.of('process.access');
    const callers = new Map<string, Set<string>>();
    const unbacked = new Map<
      string,
      { entity: ReturnType<typeof processEntity>; host: string; events: string[] }
    >();
    for (const access of accesses) {
      let known = callers.get(access.host);
      if (known === undefined) callers.set(access.host, (known = new Set()));
      known.add(access.source.key);
      if (!access.callerUnbacked) continue;
      const entity = processEntity(access.host, access.source);
      const entry = unbacked.get(entity.key);
      if (entry === undefined) unbacked.set(entity.key, { entity, host: access.host, events: [access.id] });
      else if (entry.events.length < 20) entry.events.push(access.id);
    }
    if (accesses.length < minAccesses) return { found: [], unknowns: [] };
    const unbackedOn = new Map<string, number>();
    for (const { host } of unbacked.values()) unbackedOn.set(host, (unbackedOn.get(host) ?? 0) + 1);
    const found = [...unbacked.values()].map(({ entity, host, events }): LocatedEvidence => {
      const all = callers.get(host)?.size ?? 0;
      const alike = unbackedOn.get(host) ?? 0;
      const p = alike / (all + 1);
      return {
        entity,
        evidence: {
          family: 'host',
          test: 'H4',
          status: p < 0.1 ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
          p,
          e: eValue(p),
          n: all,
          events: namedEvents(events),
          reason: `opened other processes from memory that belongs to no module; ${alike} of ${all} callers do`,
        },
      };
    });
    return { found, unknowns: [] };
  },
};
