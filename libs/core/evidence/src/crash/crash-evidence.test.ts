import { event, mapCrash, mondayUs, secondUs } from '@faultline/detect/testing';
import { describe, expect, it } from 'vitest';
import { evidenceOf, reportOf } from '../testing/run-test.js';
import { crashSite } from './x1-crash-site.evidence.js';
import { raceDetector } from './x2-race-detector.evidence.js';
import { repeatedCrash } from './x3-repeated.evidence.js';
import { crashRoute } from './x4-route-access.evidence.js';

const crashed = (crash: Partial<typeof mapCrash> = {}, at = 0) =>
  event('crash', mondayUs + at * secondUs, { crash: { ...mapCrash, ...crash } });
const certain = { ...mapCrash.peer, certainty: 'certain' as const };
const request = (given: Parameters<typeof event<'http.access'>>[2] = {}) =>
  event('http.access', mondayUs - 1_000, { service: 'shop', path: '/baskets/1', ...given });
const forged = { confirmed: false, unconfirmedReason: 'it stands in a panic' };

describe('X1, site of the crash', () => {
  const ratios = (crash: Partial<typeof mapCrash>) =>
    reportOf(crashSite, [crashed(crash)]).found.map(({ entity, evidence }) => [entity.key, evidence.e]);

  it('accuses the writer on top, and a likely party less', () => {
    expect(ratios({})).toEqual([
      ['shop/main.(*Basket).Add', 100],
      ['shop/main.(*Basket).Drop', 20],
    ]);
  });

  it('accuses a certain party more than a reader who was only caught', () => {
    const reader = {
      goroutine: 34,
      role: 'reader' as const,
      function: 'main.(*Basket).Add',
      file: null,
      line: null,
    };
    expect(ratios({ kind: 'map_read_write', crashing: reader, peer: certain })).toEqual([
      ['shop/main.(*Basket).Add', 30],
      ['shop/main.(*Basket).Drop', 100],
    ]);
  });

  it('is silent about what nothing confirms, and says what would have', () => {
    const { found, unknowns } = reportOf(crashSite, [crashed(forged)]);
    expect(found).toEqual([]);
    expect(unknowns.map(({ effect }) => effect).join()).toContain('exit code');
  });

  it('lists hypotheses among the unknowns, with what would have told', () => {
    const hypothesis = { ...mapCrash.peer, certainty: 'hypothesis' as const };
    const { found, unknowns } = reportOf(crashSite, [crashed({ peer: hypothesis })]);
    expect(found.map(({ entity }) => entity.key)).toEqual(['shop/main.(*Basket).Add']);
    const party = unknowns.find(({ what }) => what.startsWith('the other party'));
    expect(party?.why).toContain('may be main.(*Basket).Drop');
    expect(unknowns.map(({ effect }) => effect).join()).toContain('a build with -race');
  });

  it('says that nothing tells which request it was', () => {
    const what = (...events: Parameters<typeof reportOf>[1]) =>
      reportOf(crashSite, events).unknowns.filter(({ what: text }) => text.startsWith('which request'));
    expect(what(crashed())[0]?.why).toContain('no access record');
    expect(what(request({ path: '/other' }), crashed())[0]?.why).toContain('1 were served');
    expect(what(request(), crashed())).toEqual([]);
  });
});

describe('X2, race detector', () => {
  it('accuses both sides that it saw', () => {
    expect(evidenceOf(raceDetector, [crashed({ kind: 'race_report', peer: certain })])).toHaveLength(2);
  });
  it('is silent about a plain crash', () => expect(evidenceOf(raceDetector, [crashed()])).toEqual([]));
});

describe('X3, repetition', () => {
  it('grows with each death of one defect, up to the cap', () => {
    const ratio = (deaths: number) =>
      evidenceOf(
        repeatedCrash,
        Array.from({ length: deaths }, (_, n) => crashed({}, n)),
      )[0]?.e;
    expect(ratio(2)).toBeCloseTo(10);
    expect(ratio(9)).toBe(100);
  });

  it('does not count a party that only seems likely', () => {
    const found = reportOf(repeatedCrash, [crashed(), crashed({}, 1)]).found;
    expect(found.map(({ entity }) => entity.key)).toEqual(['shop/main.(*Basket).Add']);
  });

  it('is silent about one death, other defects and reports without a death', () => {
    expect(evidenceOf(repeatedCrash, [crashed()])).toEqual([]);
    const other = { ...mapCrash.crashing!, function: 'main.other' };
    expect(
      evidenceOf(repeatedCrash, [
        crashed(),
        crashed({ crashing: other, signature: 'sha256:9', goroutines: [] }, 1),
      ]),
    ).toEqual([]);
    const report = { kind: 'race_report' as const };
    expect(evidenceOf(repeatedCrash, [crashed(report), crashed(report, 1)])).toEqual([]);
  });
});

describe('X4, route', () => {
  it('tells an open route from a guarded one', () => {
    const refused = request({ path: '/baskets/2', status: 401 });
    const open = evidenceOf(crashRoute, [request(), refused, crashed()]);
    expect(open.map(({ status, e }) => [status, e])).toContainEqual(['SIGNIFICANT', 1]);
    expect(open[0]?.reason).toContain('reachable without authentication');
    expect(evidenceOf(crashRoute, [refused, crashed()])[0]?.status).toBe('NOT_SIGNIFICANT');
  });

  it('is silent where the log shows no tokens', () => {
    expect(evidenceOf(crashRoute, [request(), crashed()])).toEqual([]);
    const { unknowns } = reportOf(crashSite, [request(), crashed()]);
    expect(unknowns.map(({ what }) => what).join()).toContain('reachable without authentication');
  });
});
