import { processLineage } from '@faultline/detect';
import { fileEntity, longNames } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';

const minPrograms = 20;

/**
 * H2, new program: the file was written during the records and then ran. p = programs like it / programs that ran; installers and updaters
 * do the same, so a host that is being updated makes the test weak by itself.
 */
export const newProgram: EvidenceTest = {
  family: 'host',
  id: 'H2',
  run({ index }) {
    const lineage = index.memo(processLineage);
    const longName = index.memo(longNames);
    const programs = new Map<string, Set<string>>();
    const fresh = new Map<string, { entity: ReturnType<typeof fileEntity>; host: string; event: string }>();
    for (const start of index.of('process.start')) {
      if (start.process.image === null) continue;
      const entity = fileEntity(start.host, start.process.image, (path) => longName(start.host, path));
      let known = programs.get(start.host);
      if (known === undefined) programs.set(start.host, (known = new Set()));
      known.add(entity.key);
      if (lineage.isNewProgram(start) && !fresh.has(entity.key))
        fresh.set(entity.key, { entity, host: start.host, event: start.id });
    }
    const freshOn = new Map<string, number>();
    for (const { host } of fresh.values()) freshOn.set(host, (freshOn.get(host) ?? 0) + 1);
    const found = [...fresh.values()].map(({ entity, host, event }): LocatedEvidence => {
      const all = programs.get(host)?.size ?? 0;
      const alike = freshOn.get(host) ?? 0;
      const base = { family: 'host', test: 'H2', n: all, events: namedEvents([event]) } as const;
      if (all < minPrograms)
        return {
          entity,
          evidence: {
            ...base,
            status: 'MISSING',
            p: null,
            e: 1,
            reason: `only ${all} programs ran, ${minPrograms} needed`,
          },
        };
      const p = alike / (all + 1);
      return {
        entity,
        evidence: {
          ...base,
          status: p < 0.1 ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
          p,
          e: eValue(p),
          reason: `written during the records, then executed; ${alike} of ${all} programs are such`,
        },
      };
    });
    return { found, unknowns: [] };
  },
};
