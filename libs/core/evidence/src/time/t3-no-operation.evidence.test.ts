import { describe, expect, it } from 'vitest';
import {
  dayUs,
  event,
  forgedUses,
  hourUs,
  keyHistory,
  lawfulRecords,
  minuteUs,
  mondayUs,
  nightUs,
  plainToken,
  quietShop,
} from '@faultline/detect/testing';
import type { Event } from '@faultline/model';
import { onlyEvidence, reportOf } from '../testing/run-test.js';
import { noOperation } from './t3-no-operation.evidence.js';

const lawful = lawfulRecords(quietShop);
/** Makes the forged tokens suspects where the ledger does not. */
const history = keyHistory(plainToken.iss ?? '', ['key-1'], 30);
const change = (startUs: number, endUs: number, id: string): Event =>
  event('change', startUs, { changeId: id, startUs, endUs, services: ['identity'] });
/** A ticket over the busy hours of every day but the last three. */
const busyDays = Array.from({ length: 26 }, (_, day) =>
  change(mondayUs + day * dayUs + 15 * hourUs, mondayUs + day * dayUs + 21 * hourUs, `CHG${day}`),
);

describe('T3, no operation', () => {
  it('says how unusual a burst without any operation is: nearly all lawful busy times have one', () => {
    const evidence = onlyEvidence(noOperation, [...lawful, ...busyDays, ...forgedUses()]);
    expect(evidence).toMatchObject({ family: 'time', test: 'T3' });
    expect(evidence.p).toBeLessThan(0.3);
    expect(evidence.e).toBeGreaterThanOrEqual(1);
  });

  it('is worth nothing where lawful busy times have no ticket either', () => {
    expect(
      onlyEvidence(noOperation, [
        ...lawful,
        change(nightUs - 3 * dayUs, nightUs - 3 * dayUs + minuteUs, 'CHG0'),
        ...forgedUses(),
      ]),
    ).toMatchObject({ status: 'NOT_SIGNIFICANT', e: 1 });
  });

  it.each([
    ['during', nightUs - 10 * minuteUs, nightUs + 10 * minuteUs],
    ['just over', nightUs - hourUs, nightUs - 10 * minuteUs],
    ['about to begin', nightUs + 9 * minuteUs, nightUs + hourUs],
  ])('is explained by a ticket %s', (_, startUs, endUs) => {
    const evidence = onlyEvidence(noOperation, [
      ...lawful,
      ...busyDays,
      change(startUs, endUs, 'CHG-NIGHT'),
      ...forgedUses(),
    ]);
    expect(evidence).toMatchObject({ status: 'EXPLAINED', e: 1 });
    expect(evidence.reason).toContain('CHG-NIGHT');
    expect(evidence.events).not.toHaveLength(0);
  });

  it('is explained by a deployment or a build at the time', () => {
    const deployment = event('cicd.deployment', nightUs, { service: 'identity' });
    const job = event('cicd.job', nightUs, {
      jobId: '77',
      startedAtUs: nightUs - minuteUs,
      finishedAtUs: nightUs + minuteUs,
    });
    for (const operation of [deployment, job]) {
      expect(onlyEvidence(noOperation, [...lawful, ...busyDays, operation, ...forgedUses()]).status).toBe(
        'EXPLAINED',
      );
    }
  });

  it('is missing without tickets, whatever was deployed, and leaves room for an unseen operation', () => {
    const { found, unknowns } = reportOf(noOperation, [
      ...lawful,
      event('cicd.deployment', nightUs - dayUs, {}),
      ...forgedUses(),
    ]);
    expect(found.map(({ evidence }) => [evidence.status, evidence.e])).toEqual([['MISSING', 0.5]]);
    expect(unknowns.map(({ what }) => what)).toEqual(['join change tickets → time of the burst']);
  });

  it('is missing where the feed gave no sign of life for 14 days, and does not care about later ones', () => {
    const early = busyDays.slice(0, 10);
    const later = change(nightUs + dayUs, nightUs + dayUs + hourUs, 'CHG-LATER');
    for (const tickets of [early, [...early, later]]) {
      const evidence = onlyEvidence(noOperation, [...lawful, ...tickets, ...forgedUses()]);
      expect(evidence).toMatchObject({ status: 'MISSING', e: 0.5 });
      expect(evidence.reason).toContain('14 days');
    }
    const deployment = event('cicd.deployment', nightUs - 3 * dayUs, { service: 'identity' });
    expect(onlyEvidence(noOperation, [...lawful, ...early, deployment, ...forgedUses()]).status).not.toBe(
      'MISSING',
    );
  });

  it('is missing with fewer than fifty busy quarter hours', () => {
    const few = lawfulRecords({ ...quietShop, days: 3, perHour: 1 });
    expect(onlyEvidence(noOperation, [...few, ...history, ...busyDays, ...forgedUses()])).toMatchObject({
      status: 'MISSING',
      e: 0.5,
    });
  });
});
