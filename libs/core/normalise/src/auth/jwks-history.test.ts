import { describe, expect, it } from 'vitest';
import { badlyHandledTwin } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../testing/normalise-document.js';

const rsa = { kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'k-1', n: 'modulus', e: 'AQAB' };
const published = {
  observedAt: '2026-03-08T09:00:00Z',
  issuer: 'https://sso.example.lan/realms/main',
  service: 'sso-passport',
  jwks: { keys: [rsa] },
};

describe('jwks-history', () => {
  it('reads a published key set', () => {
    expect(onlyEvent('jwks-history', 'jwks.observed', published)).toMatchObject({
      atUs: 1772960400000000,
      issuer: 'https://sso.example.lan/realms/main',
      service: 'sso-passport',
      keys: [{ kid: 'k-1', alg: 'RS256', kty: 'RSA', thumbprint: '{"e":"AQAB","kty":"RSA","n":"modulus"}' }],
    });
  });

  it('gives one key one thumbprint, whatever it is called and whoever publishes it', () => {
    const [key] = onlyEvent('jwks-history', 'jwks.observed', published).keys;
    const renamed = {
      ...published,
      issuer: 'https://other.example',
      jwks: { keys: [{ n: 'modulus', e: 'AQAB', kid: 'k-2', kty: 'RSA' }] },
    };
    expect(onlyEvent('jwks-history', 'jwks.observed', renamed).keys[0]?.thumbprint).toBe(key?.thumbprint);
  });

  it.each([
    [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'private' }, '{"crv":"P-256","kty":"EC","x":"a","y":"b"}'],
    [{ kty: 'OKP', crv: 'Ed25519', x: 'a' }, '{"crv":"Ed25519","kty":"OKP","x":"a"}'],
  ])('hashes the public members only (RFC 7638 §3.2)', (key, thumbprint) => {
    const document = { ...published, jwks: { keys: [key] } };
    expect(onlyEvent('jwks-history', 'jwks.observed', document).keys[0]?.thumbprint).toBe(thumbprint);
  });

  it('never keeps the secret of a symmetric key', () => {
    const document = { ...published, jwks: { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] } };
    expect(JSON.stringify(onlyEvent('jwks-history', 'jwks.observed', document))).not.toContain('c2VjcmV0');
  });

  it('reads an empty key set, which is an answer too', () => {
    expect(onlyEvent('jwks-history', 'jwks.observed', { ...published, jwks: {} }).keys).toEqual([]);
  });

  it('rejects a key set of no issuer or of no time', () => {
    expect(failureOf('jwks-history', { ...published, issuer: null }).code).toBe('FL_RECORD_SHAPE');
    expect(failureOf('jwks-history', { ...published, observedAt: 'now' }).code).toBe('FL_RECORD_TIME');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(published)).toBeNull());
});
