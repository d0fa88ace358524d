import type { Analysis, Incident } from '@faultline/model';
import { sampleAnalysis, sampleCut, sampleEntity, sampleLinks, type SampleStep } from './sample-incident.js';

const startUs = 1_600_337_700_000_000;
const file = 'siem/workstation5.jsonl';

const url = sampleEntity('url', 'http://185.203.116.40/invoice/Q3-2020.zip');
const download = sampleEntity(
  'file',
  'WORKSTATION5|C:\\Users\\wardog\\Downloads\\Q3-2020.zip',
  'C:\\Users\\wardog\\Downloads\\Q3-2020.zip',
);
const browser = sampleEntity(
  'process',
  'WORKSTATION5|{39e4a257-1b2c-5f63-1d01-000000000600}',
  'msedge.exe (4120)',
);
const payload = sampleEntity('file', 'WORKSTATION5|C:\\ProgramData\\upd.exe', 'C:\\ProgramData\\upd.exe');
const dropper = sampleEntity(
  'process',
  'WORKSTATION5|{39e4a257-1c77-5f63-3a01-000000000600}',
  'upd.exe (7012)',
);
const shell = sampleEntity(
  'process',
  'WORKSTATION5|{39e4a257-1cd9-5f63-4401-000000000600}',
  'powershell.exe (6388)',
);
const lsass = sampleEntity(
  'process',
  'WORKSTATION5|{39e4a257-0000-5f63-0c00-000000000600}',
  'lsass.exe (700)',
);
const dump = sampleEntity(
  'file',
  'WORKSTATION5|C:\\Windows\\Temp\\lsass_592.dmp',
  'C:\\Windows\\Temp\\lsass_592.dmp',
);

const steps: readonly SampleStep[] = [
  {
    from: url,
    to: browser,
    at: 0,
    kind: 'downloaded by',
    rule: 'host.zone-to-process',
    basis: 'claimed',
    file,
  },
  { from: browser, to: download, at: 1, kind: 'wrote', rule: 'host.process-to-file', file },
  {
    from: download,
    to: payload,
    at: 64,
    kind: 'unpacked to',
    rule: 'host.archive-to-file',
    basis: 'inferred',
    file,
  },
  { from: payload, to: dropper, at: 70, kind: 'started as', rule: 'host.image-to-process', file },
  { from: dropper, to: shell, at: 95, kind: 'started', rule: 'host.parent-to-child', file },
  { from: shell, to: lsass, at: 140, kind: 'read memory of', rule: 'host.access', file },
  { from: dropper, to: lsass, at: 141, kind: 'injected into', rule: 'host.inject', file },
  { from: lsass, to: dump, at: 142, kind: 'wrote', rule: 'host.process-to-file', file },
];

/** Credentials dumped from a workstation: no certain origin, a cut set, a conflict. */
export function hostDump(): Analysis {
  const { links, events } = sampleLinks(startUs, steps);
  const entities = [url, browser, download, payload, dropper, shell, lsass, dump];
  const eventOf = (place: number): string | null => links[place]?.events[0] ?? null;
  const incident: Incident = {
    id: 'incident-host-lsass',
    title: 'Memory of lsass.exe read on WORKSTATION5',
    severity: 'high',
    window: { startUs, endUs: startUs + 142e6 },
    impacts: [
      {
        entity: lsass,
        atUs: startUs + 140e6,
        event: eventOf(5),
        why: 'PROCESS_VM_READ by a process of unknown publisher',
        by: shell,
      },
    ],
    rootCauses: [
      {
        rank: 1,
        entity: download,
        atUs: startUs + 1e6,
        event: eventOf(1),
        posterior: 0.62,
        interval: [0.31, 0.93],
        verdict: 'SUSPECTED',
        evidence: [
          {
            family: 'host',
            test: 'H2',
            status: 'SIGNIFICANT',
            p: null,
            e: 100,
            n: 1,
            events: [eventOf(1) ?? ''],
            reason: 'file carries the mark of the web',
          },
          {
            family: 'flow',
            test: 'F1',
            status: 'MISSING',
            p: null,
            e: 1,
            n: 0,
            events: [],
            reason: 'no flow log of this host was given',
          },
        ],
      },
      {
        rank: 2,
        entity: url,
        atUs: startUs,
        event: eventOf(0),
        posterior: 0.21,
        interval: [0.05, 0.8],
        verdict: 'CONFLICT',
        evidence: [],
      },
    ],
    originNotObserved: 0.17,
    ...sampleCut(entities, links, url, lsass, (entity) =>
      entity.kind === 'file' ? 5 : entity.kind === 'process' ? 12 : null,
    ),
    chain: { entities, links },
    controls: [],
    unknowns: [
      {
        what: 'what unpacked the archive',
        why: 'no process start between 09:35:01 and 09:36:04',
        effect: 'the step from archive to payload is inferred from equal hashes',
      },
    ],
  };
  return sampleAnalysis([incident], events, [
    { path: file, kind: 'siem', records: 9012, events: 9010, rejected: 2, sha256: '0f'.repeat(32) },
  ]);
}
