import type { Analysis, Entity, Incident } from '@faultline/model';
import { sampleAnalysis, sampleCut, sampleEntity, sampleLinks, type SampleStep } from './sample-incident.js';

const startUs = 1_790_000_000_000_000;

function incidentOf(
  entities: readonly Entity[],
  steps: readonly SampleStep[],
): { readonly incident: Incident; readonly events: Analysis['events'] } {
  const { links, events } = sampleLinks(startUs, steps);
  const [origin] = entities;
  const impact = entities.at(-1);
  if (origin === undefined || impact === undefined) throw new Error('a sample needs entities');
  return {
    events,
    incident: {
      id: `incident-${String(entities.length)}`,
      title: `Planted chain of ${String(entities.length)} entities`,
      severity: 'medium',
      window: { startUs, endUs: links.at(-1)?.atUs ?? startUs },
      impacts: [
        {
          entity: impact,
          atUs: links.at(-1)?.atUs ?? startUs,
          event: links.at(-1)?.events[0] ?? null,
          why: 'named on the command line',
          by: null,
        },
      ],
      rootCauses: [
        {
          rank: 1,
          entity: origin,
          atUs: startUs,
          event: links[0]?.events[0] ?? null,
          posterior: 0.93,
          interval: [0.5, 0.99],
          verdict: 'PROBABLE',
          evidence: [],
        },
      ],
      originNotObserved: 0.05,
      ...sampleCut(entities, links, origin, impact, () => 1),
      chain: { entities: [...entities], links },
      controls: [],
      unknowns: [],
    },
  };
}

/** A random-looking but fixed graph of `count` entities in waves; each is reached from an earlier wave. */
export function largeChain(count = 500): Analysis {
  const kinds = ['process', 'file', 'flow', 'host', 'user', 'service'];
  const entities = Array.from({ length: count }, (_, index) =>
    sampleEntity(index === 0 ? 'url' : (kinds[(index * 7) % kinds.length] ?? 'file'), `e${String(index)}`),
  );
  const steps = entities.slice(1).flatMap((to, place): readonly SampleStep[] => {
    const index = place + 1;
    return [Math.floor(index / 2), Math.max(0, index - 9), (index * 13) % index].flatMap((source) => {
      const from = entities[source];
      return from === undefined
        ? []
        : [
            {
              from,
              to,
              at: index * 3 + source / 1000,
              kind: 'touched',
              rule: 'graph.given',
              file: 'graph.jsonl',
            },
          ];
    });
  });
  const { incident, events } = incidentOf(entities, steps);
  return sampleAnalysis([incident], events, [
    {
      path: 'graph.jsonl',
      kind: 'graph',
      records: steps.length,
      events: steps.length,
      rejected: 0,
      sha256: 'e1'.repeat(32),
    },
  ]);
}

/** One line of processes, each started by the one before. */
export function longLine(count: number): Analysis {
  const entities = Array.from({ length: count }, (_, index) => sampleEntity('process', `p${String(index)}`));
  const steps = entities.slice(1).flatMap((to, index): readonly SampleStep[] => {
    const from = entities[index];
    return from === undefined
      ? []
      : [{ from, to, at: index, kind: 'started', rule: 'host.parent-to-child', file: 'host.jsonl' }];
  });
  const { incident, events } = incidentOf(entities, steps);
  return sampleAnalysis([incident], events, [
    { path: 'host.jsonl', kind: 'siem', records: count, events: count, rejected: 0, sha256: 'e2'.repeat(32) },
  ]);
}

/** Input was read, nothing was found. */
export function emptyAnalysis(): Analysis {
  const inputs: Analysis['inputs'] = [
    {
      path: 'siem/quiet.jsonl',
      kind: 'siem',
      records: 1200,
      events: 1199,
      rejected: 1,
      sha256: 'aa'.repeat(32),
    },
    { path: 'broken.gz', kind: null, records: 1, events: 0, rejected: 1, sha256: null },
  ];
  return {
    ...sampleAnalysis([], {}, inputs),
    unknowns: [
      {
        what: 'tokens',
        why: 'no issuance ledger was given',
        effect: 'forged tokens cannot be told from issued ones',
      },
    ],
  };
}
