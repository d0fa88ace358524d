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
          e: 12,
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

  it('says what it did not check', () => {
    const { notChecked } = verifyAnalysis(analysis());
    expect(notChecked.join()).toMatch(/graph\.hash.*SHA-256.*p-values.*entity ids/);
    expect(verifyAnalysis(analysis(), { sha256: () => '' }).notChecked.join()).not.toContain('entity ids');
    expect(verifyDocument(incident.certificate).notChecked).toHaveLength(2);
    expect(verifyDocument(null).notChecked).toEqual([]);
  });

  const { certificate, breakpoints, chain, rootCauses } = incident;
  const [cause] = rootCauses as [Incident['rootCauses'][0]];
  const [os, sz] = chain.links as [Incident['chain']['links'][0], Incident['chain']['links'][0]];
  const loose = { ...sz, id: 'oz', from: 'o', seq: 2, atUs: 2 };
  const nothingCut: Incident['breakpoints'] = {
    single: [],
    set: { entities: [], cost: 0, lowerBound: 0, optimal: true },
    mass: [],
  };
  const emptyCertificate: Incident['certificate'] = {
    ...certificate,
    links: [],
    origins: [],
    removed: [],
    cost: 0,
    lowerBound: 0,
    lowerBoundPaths: [],
    putBack: [],
  };
  const told = (e: number, family = 'time', test = 'T1') => ({ ...cause.evidence[0]!, e, family, test });
  const root = (changes: Partial<typeof cause>) => ({
    rootCauses: [{ ...cause, interval: [0, 1] as [number, number], ...changes }],
    originNotObserved: 0,
  });

  it('accepts an impact that nothing led to, and a harmed entity that is itself the origin', () => {
    const alone = {
      certificate: emptyCertificate,
      breakpoints: nothingCut,
      chain: { entities: [], links: [] },
    };
    expect(failed(analysis({ ...alone, ...root({ verdict: 'SUSPECTED', entity: table }) }))).toEqual([]);
    const unreached = { ...emptyCertificate, impacts: [{ entity: 'z', seq: -1 }] };
    const bare = {
      impacts: [{ ...incident.impacts[0]!, event: null }],
      rootCauses: [],
      originNotObserved: 1,
    };
    expect(failed(analysis({ ...alone, ...bare, certificate: unreached }))).toEqual([]);
    expect(failed(analysis({ ...alone, ...bare }))).toEqual(['incident 1: impacts']);
  });

  it('accepts how an origin came to be as part of the chain', () => {
    const before = { ...os, id: 'po', from: 'p', to: 'o', seq: -1, atUs: -1 };
    const arrival = { entities: [...chain.entities, entity('p')], links: [before, ...chain.links] };
    expect(failed(analysis({ chain: arrival }))).toEqual([]);
  });

  it.each<[string, Partial<typeof cause>, boolean]>([
    ['three families and 0.99', { posterior: 0.99, verdict: 'CONFIRMED' }, true],
    ['a posterior below 0.99', { posterior: 0.98, verdict: 'CONFIRMED' }, false],
    [
      'two families',
      { posterior: 0.99, verdict: 'CONFIRMED', evidence: [told(100), told(100, 'token')] },
      false,
    ],
    [
      'weak families',
      { posterior: 0.99, verdict: 'CONFIRMED', evidence: [told(100), told(9, 'token'), told(9, 'build')] },
      false,
    ],
    [
      'a family only of a test without weight',
      { posterior: 0.9, verdict: 'PROBABLE', evidence: [told(100), told(100, 'build', 'B5')] },
      false,
    ],
    ['two families and 0.9', { posterior: 0.9, verdict: 'PROBABLE' }, true],
    ['one family', { posterior: 0.9, verdict: 'PROBABLE', evidence: [told(100)] }, false],
    ['one family and 0.5', { posterior: 0.5, verdict: 'SUSPECTED' }, true],
    ['no evidence', { posterior: 0.9, verdict: 'SUSPECTED', evidence: [] }, false],
    ['a posterior below 0.5', { posterior: 0.49, verdict: 'SUSPECTED' }, false],
    [
      'tests that found nothing',
      {
        posterior: 0.9,
        verdict: 'SUSPECTED',
        evidence: [{ ...told(100), status: 'NOT_SIGNIFICANT' }],
      },
      false,
    ],
    ['a verdict that plays it down', { posterior: 0.99, verdict: 'INSUFFICIENT' }, false],
    [
      'weak companions of a strong test, whose weights are not known',
      { posterior: 0.99, verdict: 'INSUFFICIENT', evidence: [told(100), told(1, 'time', 'T4')] },
      true,
    ],
    ['a low posterior', { posterior: 0.3, verdict: 'INSUFFICIENT' }, true],
    [
      'families that contradict each other',
      { posterior: 0.6, verdict: 'CONFLICT', evidence: [told(100), told(0.05, 'build')] },
      true,
    ],
    ['a conflict of families that agree', { posterior: 0.6, verdict: 'CONFLICT' }, false],
    [
      'a negative e-value',
      { posterior: 0.6, verdict: 'SUSPECTED', evidence: [told(12), told(-1, 'x')] },
      false,
    ],
  ])('judges a verdict by %s', (_, changes, ok) => {
    const evidence = [told(20), told(20, 'token'), told(20, 'build')];
    expect(failed(analysis(root({ evidence, ...changes })))).toEqual(ok ? [] : ['incident 1: verdicts']);
  });
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
    ['a chain link without an event', { chain: { ...chain, links: [{ ...os, events: [] }, sz] } }, 'chain'],
    ['a chain that leaves a link out', { chain: { entities: [signer, table], links: [sz] } }, 'chain'],
    [
      'a path that the certificate leaves out',
      {
        chain: { ...chain, links: [os, sz, loose] },
        certificate: { ...certificate, impacts: [{ entity: 'z', seq: 2 }] },
      },
      'chain',
    ],
    [
      'a chain entity that nothing joins',
      { chain: { ...chain, entities: [...chain.entities, entity('q')] } },
      'chain',
    ],
    [
      'two chain links of one place in the order',
      { chain: { ...chain, links: [os, sz, { ...loose, seq: 1 }] } },
      'chain',
    ],
    [
      'a chain order that contradicts time',
      { chain: { ...chain, links: [os, sz, { ...loose, atUs: 0 }] } },
      'chain',
    ],
    [
      'an impact that the certificate does not know',
      { impacts: [...incident.impacts, { ...incident.impacts[0]!, entity: signer }] },
      'impacts',
    ],
    [
      'a certificate about another impact',
      { certificate: { ...certificate, impacts: [...certificate.impacts, { entity: 'o', seq: 1 }] } },
      'impacts',
    ],
    [
      'an impact of the certificate that is no entity',
      {
        certificate: {
          ...certificate,
          impacts: [
            { entity: 'z', seq: 1 },
            { entity: 'q', seq: 1 },
          ],
        },
        impacts: [...incident.impacts, { ...incident.impacts[0]!, entity: entity('q') }],
      },
      'impacts',
    ],
    ['no impact at all', { impacts: [] }, 'impacts'],
    ['an impact without an event', { impacts: [{ ...incident.impacts[0]!, event: null }] }, 'impacts'],
    ['an accused that is no origin', { rootCauses: [{ ...cause, entity: signer }] }, 'origins'],
    [
      'a certificate of nothing beside a chain',
      { certificate: emptyCertificate, breakpoints: nothingCut },
      'origins',
    ],
    [
      'a certificate of nothing beside breakpoints',
      { certificate: emptyCertificate, chain: { entities: [], links: [] }, rootCauses: [] },
      'origins',
    ],
    [
      'a certificate of nothing beside an accused',
      { certificate: emptyCertificate, breakpoints: nothingCut, chain: { entities: [], links: [] } },
      'origins',
    ],
    [
      'a certificate without origins',
      {
        certificate: { ...emptyCertificate, links: certificate.links },
        breakpoints: nothingCut,
        rootCauses: [],
      },
      'origins',
    ],
    ['an origin that starts no path', { certificate: { ...certificate, origins: ['o', 'z'] } }, 'origins'],
    [
      'an origin that leads to no impact',
      {
        certificate: { ...emptyCertificate, links: certificate.links.slice(0, 1), origins: ['o'] },
        breakpoints: nothingCut,
        chain: { entities: [origin, signer], links: [os] },
      },
      'origins',
    ],
    [
      'root causes out of order',
      {
        rootCauses: [
          { ...cause, posterior: 0.2, interval: [0, 1], verdict: 'INSUFFICIENT' },
          { ...cause, rank: 2, posterior: 0.6 },
        ],
      },
      'probabilities',
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
