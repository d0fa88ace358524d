import { processEntity } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import { processLineage } from '@faultline/detect';

const minFlows = 30;

/**
 * F1, rare destination: a program that is new on the host talks to an address and port that no other program contacts. p = such pairs / all
 * (program, address) pairs seen.
 */
export const rareDestination: EvidenceTest = {
  family: 'flow',
  id: 'F1',
  run({ index }) {
    const lineage = index.memo(processLineage);
    const programsOf = new Map<string, Set<string>>();
    const pairs = new Set<string>();
    const flows = index
      .of('network.flow')
      .filter(
        (flow) =>
          flow.process !== null &&
          !/^(?:127\.|::1$|0\.0\.0\.0|224\.|239\.|ff0|255\.)/.test(flow.destinationIp),
      );
    for (const flow of flows) {
      const address = `${flow.host}>${remoteOf(flow)}`;
      let programs = programsOf.get(address);
      if (programs === undefined) programsOf.set(address, (programs = new Set()));
      programs.add(flow.process?.image ?? '');
      pairs.add(`${address}>${flow.process?.image ?? ''}`);
    }
    if (flows.length < minFlows) return { found: [], unknowns: [] };
    const rare = new Map<
      string,
      { entity: ReturnType<typeof processEntity>; events: string[]; address: string }
    >();
    for (const flow of flows) {
      if (flow.process === null || programsOf.get(`${flow.host}>${remoteOf(flow)}`)?.size !== 1) continue;
      const line = lineage.ancestry(flow.host, flow.process.key);
      if (!line.some((start) => lineage.isNewProgram(start))) continue;
      const entity = processEntity(flow.host, flow.process);
      const entry = rare.get(entity.key);
      if (entry === undefined) rare.set(entity.key, { entity, events: [flow.id], address: remoteOf(flow) });
      else if (entry.events.length < 20) entry.events.push(flow.id);
    }
    const found = [...rare.values()].map(({ entity, events, address }): LocatedEvidence => {
      const p = rare.size / (pairs.size + 1);
      return {
        entity,
        evidence: {
          family: 'flow',
          test: 'F1',
          status: p < 0.1 ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
          p,
          e: eValue(p),
          n: pairs.size,
          events: namedEvents(events),
          reason: `a new program exchanged data with ${address}, which no other program on the host contacts`,
        },
      };
    });
    return { found, unknowns: [] };
  },
};

interface Ends {
  readonly initiated: boolean;
  readonly sourceIp: string;
  readonly destinationIp: string;
  readonly destinationPort: number | null;
}

/** Address and port: a download server and a command channel may share the machine, not the port. */
function remoteOf(flow: Ends): string {
  return flow.initiated ? `${flow.destinationIp}:${flow.destinationPort ?? '?'}` : flow.sourceIp;
}
