import type { Analysis, Event, Incident } from '@faultline/model';
import type { IngestedSource } from '../ports/case-store.port.js';
import type { RejectedRecord } from '../ports/rejected-store.port.js';

/** 32 hex digits that stand for a record's hash. */
export function sampleId(n: number): string {
  return n.toString(16).padStart(32, '0');
}

export function sampleEvent(n: number, action = `action ${n}`): Event {
  const record = { path: 'sample.ndjson', line: n, offset: n * 10, length: 9 };
  const times = { atUs: 1_700_000_000_000_000 + n, observedAtUs: null, clock: null };
  return {
    id: sampleId(n),
    ...times,
    dataset: 'sample',
    record,
    kind: 'other',
    action,
    host: null,
    service: 'shop',
  };
}

export function sampleRejected(n: number): RejectedRecord {
  const at = { path: 'sample.ndjson', line: n, offset: n * 10, length: 9 };
  const rejected = {
    code: 'FL_RECORD_SYNTAX',
    at,
    reason: 'This is not JSON.',
    excerpt: `{broken ${n}`,
  } as const;
  return {
    id: sampleId(n),
    rejected,
    raw: Uint8Array.from(`{broken ${n}`, (letter) => letter.charCodeAt(0)),
    receivedAtUs: 1_700_000_000_000_000,
  };
}

export function sampleSource(n: number): IngestedSource {
  const counts = { bytes: 100, records: 3, events: 2, rejected: 1 };
  return {
    sha256: sampleId(n).repeat(2),
    path: `source-${n}.ndjson`,
    kind: 'siem',
    ...counts,
    complete: true,
    receivedAtUs: 1_700_000_000_000_000 + n,
  };
}

export function sampleIncident(id: string): Incident {
  const entity = { id: `host:${id}`, kind: 'host', key: id, label: id };
  return {
    id,
    title: `Incident ${id} "with" 'quotes' and ✓`,
    severity: 'high',
    window: { startUs: 1, endUs: 2 },
    impacts: [{ entity, atUs: 2, event: null, why: 'because', by: null }],
    rootCauses: [],
    originNotObserved: 1,
    breakpoints: {
      single: [],
      set: { entities: [], cost: null, lowerBound: null, optimal: false },
      mass: [],
    },
    certificate: {
      schema: 'faultline.certificate/1',
      entities: [],
      links: [],
      origins: [],
      impacts: [],
      removed: [],
      cost: null,
      lowerBound: null,
      optimal: false,
      lowerBoundPaths: [],
      putBack: [],
    },
    chain: { entities: [entity], links: [] },
    controls: [],
    unknowns: [],
  };
}

export function sampleAnalysis(incidentIds: readonly string[], hash = 'sha256:sample'): Analysis {
  return {
    schema: 'faultline.analysis/1',
    inputs: [],
    graph: { entities: 1, links: 0, hash },
    incidents: incidentIds.map(sampleIncident),
    unknowns: [],
    events: {},
    parameters: { alpha: 0.05 },
  };
}
