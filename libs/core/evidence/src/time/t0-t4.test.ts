import { describe, expect, it } from 'vitest';
import {
  forgedUses,
  hourUs,
  keyHistory,
  lawfulRecords,
  minuteUs,
  plainToken,
  quietShop,
  secondUs,
} from '@faultline/detect/testing';
import { onlyEvidence } from '../testing/run-test.js';
import { clockOffset } from './t0-clock-offset.evidence.js';
import { claimedTime } from './t4-claimed-time.evidence.js';

const lawful = lawfulRecords(quietShop);
/** Makes the forged tokens suspects where the ledger does not. */
const history = keyHistory(plainToken.iss ?? '', ['key-1'], 30);

describe('T0, clock offset', () => {
  it('tells how far ledger and issuer are apart, and weighs nothing', () => {
    const evidence = onlyEvidence(clockOffset, [...lawful, ...forgedUses()]);
    expect(evidence).toMatchObject({ test: 'T0', status: 'NOT_SIGNIFICANT', e: 1, p: null });
    expect(evidence.reason).toContain('0.5 s after iat');
  });

  it('says so when the clocks differ by more than five seconds', () => {
    const late = lawful.map((record) =>
      record.kind === 'token.issue' ? { ...record, atUs: record.atUs + 70 * secondUs } : record,
    );
    expect(onlyEvidence(clockOffset, [...late, ...forgedUses()]).reason).toContain('the clocks differ');
  });

  it('is missing below thirty pairs', () => {
    expect(
      onlyEvidence(clockOffset, [
        ...lawfulRecords({ ...quietShop, ledgerLoss: null }),
        ...history,
        ...forgedUses(),
      ]).status,
    ).toBe('MISSING');
  });
});

describe('T4, claimed against observed time', () => {
  it('is significant for tokens that show up hours after their iat', () => {
    const evidence = onlyEvidence(claimedTime, [...lawful, ...forgedUses({ delayUs: 3 * hourUs })]);
    expect(evidence).toMatchObject({ family: 'time', test: 'T4', status: 'SIGNIFICANT' });
    expect(evidence.e).toBeGreaterThan(5);
  });

  it('is significant for tokens that are used before they were made', () => {
    expect(onlyEvidence(claimedTime, [...lawful, ...forgedUses({ delayUs: -3 * minuteUs })]).status).toBe(
      'SIGNIFICANT',
    );
  });

  it('is not significant for an ordinary delay, and excuses nothing', () => {
    expect(onlyEvidence(claimedTime, [...lawful, ...forgedUses({ delayUs: 40 * secondUs })])).toMatchObject({
      status: 'NOT_SIGNIFICANT',
      e: 1,
    });
  });

  it('is missing with fewer than 200 lawful delays', () => {
    expect(
      onlyEvidence(claimedTime, [...lawfulRecords({ ...quietShop, days: 5 }), ...history, ...forgedUses()]),
    ).toMatchObject({ status: 'MISSING', e: 1 });
  });

  it('is missing where the tokens claim no time', () => {
    const silent = forgedUses().map((use) => ({ ...use, token: { ...use.token, iatUs: null, expUs: null } }));
    expect(onlyEvidence(claimedTime, [...lawful, ...silent])).toMatchObject({ status: 'MISSING', e: 1 });
  });
});
