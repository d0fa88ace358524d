import { describe, expect, it } from 'vitest';
import {
  dayUs,
  event,
  forgedUses,
  keyHistory,
  lawfulRecords,
  mondayUs,
  nightUs,
  plainToken,
  quietShop,
} from '@faultline/detect/testing';
import { evidenceOf, onlyEvidence, reportOf } from '../testing/run-test.js';
import { keyBinding } from './j1-key-binding.evidence.js';

const login = plainToken.iss ?? '';
const lawful = lawfulRecords(quietShop);
const history = keyHistory(login, ['key-1'], 30);

describe('J1, issuer-key binding', () => {
  it('is a contradiction when the tokens name one issuer and carry the key of another', () => {
    const evidence = onlyEvidence(keyBinding, [...lawful, ...history, ...forgedUses()]);
    expect(evidence).toMatchObject({ test: 'J1', status: 'SIGNIFICANT', e: 100, p: null });
    expect(evidence.reason).toContain(login);
  });

  it('is a contradiction when the named issuer never published the key', () => {
    const evidence = onlyEvidence(keyBinding, [
      ...lawful,
      ...history,
      ...forgedUses({ token: { iss: login, kid: 'key-x' } }),
    ]);
    expect(evidence).toMatchObject({ status: 'SIGNIFICANT', e: 100 });
    expect(evidence.reason).toContain('never published');
  });

  it('is not significant when issuer and key belong together', () => {
    const evidence = onlyEvidence(keyBinding, [
      ...lawful,
      ...history,
      ...forgedUses({ token: { headerKeys: ['kid', 'alg'] } }),
    ]);
    expect(evidence).toMatchObject({ status: 'NOT_SIGNIFICANT', e: 1 });
  });

  it('is missing where neither the issuer nor the key stands in any history', () => {
    const events = [
      ...lawful,
      ...history,
      ...forgedUses({ token: { iss: 'https://elsewhere.example', kid: 'key-x' } }),
    ];
    expect(onlyEvidence(keyBinding, events)).toMatchObject({ status: 'MISSING', e: 1 });
  });

  it('is missing, with the lost join told, without any key history', () => {
    const { found, unknowns } = reportOf(keyBinding, [...lawful, ...forgedUses()]);
    expect(found.map(({ evidence }) => evidence.status)).toEqual(['MISSING']);
    expect(unknowns.map(({ what }) => what)).toEqual(['join issuer → signing key (JWKS history)']);
  });

  it('a lawful rotation gives nothing: the fresh key is published before it signs', () => {
    const rotatedUs = mondayUs + 20 * dayUs;
    const rotated = lawful.map((record) =>
      record.kind === 'token.use' && (record.token.iatUs ?? 0) >= rotatedUs
        ? { ...record, token: { ...record.token, kid: 'key-2' } }
        : record,
    );
    const keys = ['key-1', 'key-2'].map((kid) => ({ kid, alg: 'RS256', kty: 'RSA', thumbprint: null }));
    const announced = event('jwks.observed', rotatedUs - dayUs, { issuer: login, service: 'identity', keys });
    expect(evidenceOf(keyBinding, [...rotated, ...keyHistory(login, ['key-1'], 20), announced])).toEqual([]);
    expect(nightUs).toBeGreaterThan(rotatedUs);
  });
});
