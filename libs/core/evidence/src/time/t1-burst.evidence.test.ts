import { describe, expect, it } from 'vitest';
import {
  dayUs,
  forgedUses,
  hourUs,
  keyHistory,
  lawfulRecords,
  lawfulTokens,
  mondayUs,
  nightUs,
  plainToken,
  quietShop,
  seededRandom,
} from '@faultline/detect/testing';
import { alarmsAllowed, evidenceOf, onlyEvidence } from '../testing/run-test.js';
import { issuanceBurst } from './t1-burst.evidence.js';

const lawful = lawfulRecords(quietShop);
/** Makes the forged tokens suspects, whatever the ledger says. */
const history = keyHistory(plainToken.iss ?? '', ['key-1'], 30);

describe('T1, burst', () => {
  it('is significant for twenty tokens in six minutes of an hour that has six', () => {
    const evidence = onlyEvidence(issuanceBurst, [...lawful, ...forgedUses({ count: 20 })]);
    expect(evidence).toMatchObject({ family: 'time', test: 'T1', status: 'SIGNIFICANT' });
    expect(evidence.p).toBeLessThan(1e-4);
    expect(evidence.reason).toContain('hour of the week');
  });

  it('falls back on the hour of the day with less than four weeks', () => {
    const events = [
      ...lawful.filter((record) => record.atUs >= nightUs - 14 * dayUs),
      ...history,
      ...forgedUses({ count: 40 }),
    ];
    expect(onlyEvidence(issuanceBurst, events).reason).toContain('hour of the day');
  });

  it('is missing with less than ten days before the burst', () => {
    const events = [
      ...lawful.filter((record) => record.atUs >= nightUs - 6 * dayUs),
      ...history,
      ...forgedUses(),
    ];
    expect(onlyEvidence(issuanceBurst, events)).toMatchObject({ status: 'MISSING', p: null, e: 1 });
  });

  it('is missing where nothing lawful was issued', () => {
    expect(onlyEvidence(issuanceBurst, forgedUses())).toMatchObject({ status: 'MISSING', e: 1 });
  });

  it('is not significant for tokens that come as slowly as lawful ones', () => {
    const events = [...lawful, ...forgedUses({ count: 6, spanUs: hourUs * 0.9 })];
    expect(onlyEvidence(issuanceBurst, events)).toMatchObject({ status: 'NOT_SIGNIFICANT', e: 1 });
  });

  it('is not significant for five tokens in six minutes, which some window of a month may well show', () => {
    expect(onlyEvidence(issuanceBurst, [...lawful, ...forgedUses({ count: 5 })]).status).toBe(
      'NOT_SIGNIFICANT',
    );
  });

  it('alarms on no more than the nominal part of ordinary hours: over-dispersed, weekly cycle, 300 seeds', () => {
    let alarms = 0;
    let trials = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed + 5000);
      const tokens = lawfulTokens({ ...quietShop, seed, perHour: 8, openHours: 4, k: 1 + (seed % 5) });
      // One ordinary hour of the last two days is presented as a suspect: its tokens are of another class, in no ledger.
      const fromUs = mondayUs + random.int(28, 29) * dayUs + random.int(17, 19) * hourUs;
      const records = tokens.flatMap(({ use, issue, atUs }) =>
        atUs >= fromUs && atUs < fromUs + hourUs
          ? [{ ...use, token: { ...use.token, headerKeys: ['kid'] } }]
          : [use, issue],
      );
      for (const { status } of evidenceOf(issuanceBurst, records)) {
        trials += 1;
        if (status === 'SIGNIFICANT') alarms += 1;
      }
    }
    expect(trials).toBeGreaterThan(100);
    expect(alarms).toBeLessThanOrEqual(alarmsAllowed(trials, 0.01));
  }, 240_000);
});
