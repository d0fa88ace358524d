import type { Analysis, Entity, Incident } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { verifyAnalysis } from './verify-analysis.js';
import { verifyDocument } from './verify-document.js';

const entity = (id: string): Entity => ({ id, kind: 'node', key: id, label: id });
const [origin, signer, table] = [entity('o'), entity('s'), entity('z')];
const link = (id: string, from: Entity, to: Entity, seq: number) => ({
  id,
  from: from.id,
  to: to.id,
  atUs: seq,
  seq,
});

const incident: Incident = {
  id: 'incident-1',
  title: 'A signer wrote to a table',
  severity: 'high',
  window: { startUs: 0, endUs: 1 },
  impacts: [{ entity: table, atUs: 1, event: 'e2', why: 'written', by: signer }],
  rootCauses: [
    {
      rank: 1,
      entity: origin,
      atUs: 0,
      event: 'e1',
      posterior: 0.8,
      interval: [0.5, 0.9],
      verdict: 'SUSPECTED',
      evidence: [
        {
          family: 'time',
          test: 'T1',
          status: 'SIGNIFICANT',
          p: 0.01,
          e: 5,
          n: 20,
          events: ['e1'],
          reason: 'a burst',
        },
      ],
    },
  ],
  originNotObserved: 0.2,
  breakpoints: {
    single: [{ entity: signer, cost: 1, control: null }],
    set: { entities: [signer], cost: 1, lowerBound: 1, optimal: true },
    mass: [{ entities: [signer], residualMass: 0 }],
  },
  certificate: {
    schema: 'faultline.certificate/1',
    entities: [
      { id: 'o', kind: 'node', key: 'o', cost: null },
      { id: 's', kind: 'node', key: 's', cost: 1 },
      { id: 'z', kind: 'node', key: 'z', cost: null },
    ],
    links: [link('os', origin, signer, 0), link('sz', signer, table, 1)],
    origins: ['o'],
    impacts: [{ entity: 'z', seq: 1 }],
    removed: ['s'],
    cost: 1,
    lowerBound: 1,
    optimal: true,
    lowerBoundPaths: [['os', 'sz']],
    putBack: [{ entity: 's', path: ['os', 'sz'] }],
  },
  chain: {
    entities: [origin, signer, table],
    links: [
      { ...link('os', origin, signer, 0), kind: 'flow', rule: 'r', basis: 'observed', events: ['e1'] },
      { ...link('sz', signer, table, 1), kind: 'flow', rule: 'r', basis: 'observed', events: ['e2'] },
    ],
  },
  controls: [],
  unknowns: [],
};

const analysis = (changes: Partial<Incident> = {}): Analysis => ({
  schema: 'faultline.analysis/1',
  inputs: [{ path: 'a.jsonl', kind: 'siem', records: 3, events: 2, rejected: 1, sha256: null }],
  graph: { entities: 3, links: 2, hash: 'sha256:00' },
  incidents: [{ ...incident, ...changes }],
  unknowns: [],
  events: { e1: { atUs: 0, path: 'a.jsonl', line: 1 }, e2: { atUs: 1, path: 'a.jsonl', line: 2 } },
  parameters: {},
});

const failed = (document: unknown) =>
  verifyAnalysis(document)
    .checks.filter((check) => !check.ok)
    .map((check) => check.name);

describe('verifyAnalysis', () => {
  it('accepts an analysis whose parts agree, and one without incidents', () => {
    expect(failed(analysis())).toEqual([]);
    expect(failed({ ...analysis(), incidents: [] })).toEqual([]);
    expect(verifyDocument(analysis()).ok).toBe(true);
    expect(verifyDocument(incident.certificate).ok).toBe(true);
  });

  const { certificate, breakpoints, chain, rootCauses } = incident;
  const [cause] = rootCauses as [Incident['rootCauses'][0]];
  it.each<[string, Partial<Incident>, string]>([
    ['an event that is not listed', { impacts: [{ ...incident.impacts[0]!, event: 'e9' }] }, 'events'],
    [
      'an inherited name as an event',
      { impacts: [{ ...incident.impacts[0]!, event: 'constructor' }] },
      'events',
    ],
    [
      'evidence that is not listed',
      { rootCauses: [{ ...cause, evidence: [{ ...cause.evidence[0]!, events: ['e9'] }] }] },
      'events',
    ],
    ['a tampered certificate', { certificate: { ...certificate, cost: 2 } }, 'certificate: cost'],
    [
      'a set that the certificate does not prove',
      { breakpoints: { ...breakpoints, set: { ...breakpoints.set, entities: [] } } },
      'breakpoint set',
    ],
    [
      'a set of another cost',
      { breakpoints: { ...breakpoints, set: { ...breakpoints.set, cost: 2 } } },
      'breakpoint set',
    ],
    [
      'a set of another bound',
      { breakpoints: { ...breakpoints, set: { ...breakpoints.set, lowerBound: 0 } } },
      'breakpoint set',
    ],
    [
      'a set of other optimality',
      { breakpoints: { ...breakpoints, set: { ...breakpoints.set, optimal: false } } },
      'breakpoint set',
    ],
    [
      'a single breakpoint that cannot be removed',
      { breakpoints: { ...breakpoints, single: [{ entity: origin, cost: 1, control: null }] } },
      'single breakpoints',
    ],
    [
      'a single breakpoint of another cost',
      { breakpoints: { ...breakpoints, single: [{ entity: signer, cost: 7, control: null }] } },
      'single breakpoints',
    ],
    [
      'a single breakpoint that leaves a path',
      {
        certificate: {
          ...certificate,
          entities: [...certificate.entities, { id: 't', kind: 'node', key: 't', cost: 1 }],
          links: [
            ...certificate.links,
            link('ot', origin, entity('t'), 2),
            link('tz', entity('t'), table, 3),
          ],
          impacts: [{ entity: 'z', seq: 3 }],
        },
      },
      'single breakpoints',
    ],
    [
      'a mass cut that leaves a path but says nothing is left',
      { breakpoints: { ...breakpoints, mass: [{ entities: [], residualMass: 0 }] } },
      'mass cuts',
    ],
    [
      'a mass cut that leaves no path but says some mass is left',
      { breakpoints: { ...breakpoints, mass: [{ entities: [signer], residualMass: 0.1 }] } },
      'mass cuts',
    ],
    ['probabilities above 1', { originNotObserved: 0.5 }, 'probabilities'],
    ['a posterior outside of its interval', { rootCauses: [{ ...cause, posterior: 0.1 }] }, 'probabilities'],
    ['ranks that do not count', { rootCauses: [{ ...cause, rank: 2 }] }, 'probabilities'],
    [
      'a chain link to an entity that is not listed',
      { chain: { ...chain, entities: [origin, signer] } },
      'chain',
    ],
    [
      'a chain link that differs from the certificate',
      { chain: { ...chain, links: [{ ...chain.links[0]!, atUs: 5 }, chain.links[1]!] } },
      'chain',
    ],
    [
      'one id for two entities',
      { chain: { ...chain, entities: [origin, { ...signer, key: 'other' }, table] } },
      'entities',
    ],
  ])('rejects %s', (_, changes, name) => {
    expect(failed(analysis(changes))).toContain(`incident 1: ${name}`);
  });

  it('rejects counts that do not add up and ids that are not those of kind and key', () => {
    const document = analysis();
    expect(failed({ ...document, inputs: [{ ...document.inputs[0]!, records: 9 }] })).toEqual(['inputs']);
    expect(verifyAnalysis(document, { sha256: () => '0'.repeat(64) }).ok).toBe(false);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['another schema', { schema: 'faultline.crash/1' }],
    [
      'deep nesting',
      { ...analysis(), incidents: JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown },
    ],
    ['NaN', analysis({ originNotObserved: NaN })],
  ])('says no to %s without throwing', (_, document) => {
    expect(verifyAnalysis(document).ok).toBe(false);
    expect(verifyDocument(document).ok).toBe(false);
  });
});
