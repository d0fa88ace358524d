import { describe, expect, it } from 'vitest';
import {
  forgedUses,
  hourUs,
  keyHistory,
  lawfulRecords,
  nightUs,
  plainToken,
  quietShop,
} from '@faultline/detect/testing';
import { alarmsAllowed, evidenceOf, onlyEvidence, reportOf } from '../testing/run-test.js';
import { ledgerReconciliation } from './j0-ledger.evidence.js';

describe('J0, ledger reconciliation', () => {
  const lawful = lawfulRecords(quietShop);
  /** Makes the forged tokens suspects where the ledger does not. */
  const history = keyHistory(plainToken.iss ?? '', ['key-1'], 30);

  it('is significant for tokens that a complete ledger does not know', () => {
    const evidence = onlyEvidence(ledgerReconciliation, [...lawful, ...forgedUses()]);
    expect(evidence).toMatchObject({ family: 'token', test: 'J0', status: 'SIGNIFICANT', e: 100, n: 40 });
    expect(evidence.p).toBeLessThan(1e-50);
    expect(evidence.events).toHaveLength(20);
  });

  it('still sees forty absent tokens when a fifth of the ledger is lost', () => {
    const lossy = lawfulRecords({ ...quietShop, ledgerLoss: 0.2 });
    const forged = evidenceOf(ledgerReconciliation, [...lossy, ...forgedUses()]);
    expect(forged.filter(({ status, n }) => status === 'SIGNIFICANT' && n === 40)).toHaveLength(1);
  });

  it('is missing, with the lost join told, where no ledger was read', () => {
    const events = [...lawfulRecords({ ...quietShop, ledgerLoss: null }), ...history, ...forgedUses()];
    const { found, unknowns } = reportOf(ledgerReconciliation, events);
    expect(found.map(({ evidence }) => [evidence.status, evidence.e])).toEqual([['MISSING', 1]]);
    expect(unknowns.map(({ what }) => what)).toEqual(['join issuance ledger → token use (jti)']);
  });

  it('is missing, with a reason, for an issuer none of whose tokens is in the ledger', () => {
    const partner = forgedUses({ count: 10, token: { iss: 'https://partner.example', kid: 'p-key' } });
    const evidence = onlyEvidence(ledgerReconciliation, [...lawful, ...history, ...partner]);
    expect(evidence).toMatchObject({ status: 'MISSING', e: 1 });
    expect(evidence.reason).toContain('no ledger of issuer https://partner.example');
  });

  it('says nothing about tokens of a time that the ledger does not cover', () => {
    const until = nightUs - 3 * hourUs;
    const ended = lawful.filter((event) => event.kind !== 'token.issue' || event.atUs < until);
    const evidence = onlyEvidence(ledgerReconciliation, [
      ...ended,
      ...history,
      ...forgedUses({ startUs: nightUs + hourUs }),
    ]);
    expect(evidence).toMatchObject({ status: 'MISSING', e: 1 });
  });

  it('is missing where the ledger does not know most of the lawful tokens either', () => {
    const sampled = lawfulRecords({ ...quietShop, ledgerLoss: 0.7 });
    const found = evidenceOf(ledgerReconciliation, [...sampled, ...history, ...forgedUses()]);
    expect(found).not.toHaveLength(0);
    expect(found.filter(({ status }) => status !== 'MISSING')).toEqual([]);
  });

  it('is missing with fewer than fifty tokens to compare with', () => {
    const few = lawfulRecords({ ...quietShop, days: 28, perHour: 0.2 });
    expect(onlyEvidence(ledgerReconciliation, [...few, ...history, ...forgedUses()])).toMatchObject({
      status: 'MISSING',
      e: 1,
    });
  });

  it('finds nothing in lawful traffic with a complete ledger', () => {
    expect(evidenceOf(ledgerReconciliation, lawful)).toEqual([]);
  });

  it('a busy issuer whose ledger loses 5 % here and there forges nothing', () => {
    const busy = lawfulRecords({ ...quietShop, days: 6, perHour: 240, ledgerLoss: 0.05 });
    expect(evidenceOf(ledgerReconciliation, busy).filter(({ status }) => status === 'SIGNIFICANT')).toEqual(
      [],
    );
  });

  it('alarms on none but the nominal few of 300 honest companies, whatever their ledgers lose', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const ledgerLoss = [0, 0.01, 0.05, 0.15, 0.3][seed % 5] ?? 0;
      const perHour = [4, 30, 90][seed % 3] ?? 4;
      const records = lawfulRecords({ ...quietShop, seed, days: 3, perHour, ledgerLoss, k: 1 + (seed % 4) });
      if (evidenceOf(ledgerReconciliation, records).some(({ status }) => status === 'SIGNIFICANT'))
        alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(alarmsAllowed(300, 0.01));
  }, 240_000);
});
