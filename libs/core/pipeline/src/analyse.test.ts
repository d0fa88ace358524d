import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  event,
  forgedUses,
  hourUs,
  keyHistory,
  lawfulRecords,
  minuteUs,
  mondayUs,
  nightUs,
  plainToken,
  processRef,
  quietShop,
} from '@faultline/detect/testing';
import { fakeSha256 } from '@faultline/graph/testing';
import { analysisSchema, type Event } from '@faultline/model';
import { analyse, parseImpactSelector, type ImpactSelector } from './index.js';

const answer = (events: readonly Event[], impacts: readonly ImpactSelector[] = []) =>
  analyse(events, { sha256: fakeSha256, inputs: [], impacts, top: 10 }).analysis;

const forged = forgedUses({ status: 200, service: 'payouts-api', count: 30 });
const night = [
  ...lawfulRecords({ ...quietShop, perHour: 4 }),
  ...keyHistory(plainToken.iss ?? '', ['key-1'], 30),
  ...forgedUses(),
  ...forged,
];

const image = 'c:\\users\\ann\\downloads\\setup.exe';
const theft = (host: string, atUs: number): Event[] => [
  event('file.write', atUs - 2 * minuteUs, {
    host,
    path: image,
    process: processRef('browser'),
    zone: { id: 3, hostUrl: 'http://203.0.113.9/setup.exe', referrerUrl: null },
  }),
  event('process.start', atUs - minuteUs, {
    host,
    process: processRef('setup', image),
    parent: processRef('explorer'),
  }),
  event('process.access', atUs, { host, source: processRef('setup', image), grantedAccess: 0x1410 }),
];

describe('analyse', () => {
  it('answers in the shape of the contract', () => {
    for (const events of [[], night, theft('alpha', mondayUs)])
      expect(analysisSchema.safeParse(answer(events)).success).toBe(true);
  });

  it('finds nothing in nothing, nor in lawful traffic', () => {
    expect(answer([]).incidents).toEqual([]);
    expect(answer(lawfulRecords(quietShop)).incidents).toEqual([]);
  });

  it('accuses the signing key where no build can be examined, and does not confirm it', () => {
    const [incident] = answer(night).incidents;
    expect(incident?.rootCauses[0]?.entity).toMatchObject({ kind: 'signing-key', key: 'key-1' });
    expect(incident?.rootCauses[0]?.verdict).not.toBe('CONFIRMED');
    expect(incident?.severity).toBe('high');
  });

  it('makes one incident of impacts with one root, and two of two thefts on two hosts', () => {
    expect(answer(night).incidents).toHaveLength(1);
    expect(answer([...theft('alpha', mondayUs), ...theft('beta', mondayUs + hourUs)]).incidents).toHaveLength(
      2,
    );
  });

  it('orders incidents by severity, then by certainty, then by start', () => {
    const { incidents } = answer([
      ...night,
      ...theft('beta', mondayUs + hourUs),
      ...theft('alpha', mondayUs),
    ]);
    expect(incidents.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'high']);
    expect(incidents[0]?.window.startUs).toBeLessThan(incidents[1]?.window.startUs ?? 0);
  });

  it('gives the same document for any order of events and for duplicates', () => {
    const events = [...theft('alpha', mondayUs), ...theft('beta', mondayUs + hourUs), ...forged.slice(0, 8)];
    const expected = answer(events);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }),
        (shuffled) => {
          expect(answer(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('names place and time of every event id that it mentions', () => {
    const analysis = answer(night);
    const ids = analysis.incidents.flatMap((incident) => [
      ...incident.impacts.map((impact) => impact.event),
      ...incident.rootCauses.flatMap((root) => [root.event, ...root.evidence.flatMap((item) => item.events)]),
      ...incident.chain.links.flatMap((link) => link.events),
    ]);
    expect(ids.filter((id) => id !== null && analysis.events[id] === undefined)).toEqual([]);
  });

  it('lists posteriors that with “origin not observed” do not pass 1, by falling rank', () => {
    for (const { rootCauses, originNotObserved } of answer(night).incidents) {
      expect(rootCauses.reduce((sum, root) => sum + root.posterior, originNotObserved)).toBeLessThanOrEqual(
        1 + 1e-9,
      );
      expect(rootCauses.map((root) => root.rank)).toEqual(rootCauses.map((_, place) => place + 1));
      for (const root of rootCauses) {
        expect(root.interval[0]).toBeLessThanOrEqual(root.posterior + 1e-12);
        expect(root.interval[1]).toBeGreaterThanOrEqual(root.posterior - 1e-12);
      }
    }
  });

  it('says what it could not look at', () => {
    const { unknowns } = answer([
      ...lawfulRecords({ ...quietShop, ledgerLoss: null }),
      ...keyHistory(plainToken.iss ?? '', ['key-1'], 30),
      ...forgedUses(),
    ]);
    const what = unknowns.map((unknown) => unknown.what).join('\n');
    expect(what).toContain('issuance ledger');
    expect(what).toContain('change tickets');
    expect(what).toContain('CI events');
  });

  it('takes evidence of before the harm only', () => {
    const before = answer(theft('alpha', mondayUs)).incidents[0]?.rootCauses[0];
    const later = event('file.write', mondayUs + hourUs, {
      host: 'alpha',
      path: 'c:\\users\\ann\\downloads\\next.exe',
      zone: { id: 3, hostUrl: 'http://203.0.113.9/next.exe', referrerUrl: null },
    });
    expect(answer([...theft('alpha', mondayUs), later]).incidents[0]?.rootCauses[0]?.entity).toEqual(
      before?.entity,
    );
  });
});

describe('selected impacts', () => {
  const selector = (text: string) => [parseImpactSelector(text)];

  it('are the first incident, exactly as selected', () => {
    const [incident] = answer(night, selector('service:payouts-api')).incidents;
    expect(incident?.impacts.map((impact) => impact.entity.key)).toEqual(['payouts-api']);
  });

  it('that are not in the graph become unknowns', () => {
    const { unknowns } = answer(night, selector('service:nowhere'));
    expect(unknowns.map((unknown) => unknown.what)).toContain('impact service:nowhere');
  });

  it('with a time look no further than that', () => {
    const [incident] = answer(night, selector(`service:payouts-api@${nightUs - hourUs}`)).incidents;
    expect(incident?.impacts[0]?.atUs ?? 0).toBeLessThanOrEqual(nightUs - hourUs);
  });

  it.each([
    ['service:orders-api', { kind: 'service', key: 'orders-api', atUs: null }],
    ['process:host/a:b@c', { kind: 'process', key: 'host/a:b@c', atUs: null }],
    ['file:c:\\x@5', { kind: 'file', key: 'c:\\x', atUs: 5 }],
    ['user:ann@example.org@17', { kind: 'user', key: 'ann@example.org', atUs: 17 }],
  ])('%s is read', (text, expected) => expect(parseImpactSelector(text)).toEqual(expected));

  it.each(['', 'service', ':x', 'service:'])('%j is refused', (text) =>
    expect(() => parseImpactSelector(text)).toThrow('KIND:KEY'),
  );
});
