import { describe, expect, it } from 'vitest';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event, hour, minute, tokenUse } from '../testing/events.js';
import { tokenMinted } from './token-minted.rule.js';

const iss = 'https://sso.example/realms/main';
const key = { kid: 'k1', alg: 'RS256', kty: 'RSA', thumbprint: null };
const jwks = event('jwks.observed', { issuer: iss, service: 'passport', keys: [key] });
const named = { jti: 'j1', iss, kid: 'k1' };
const use = tokenUse(named, { atUs: 100 });

it('draws service, issuer, key and token just before the first use', () => {
  expect(drawn(tokenMinted, jwks, use)).toEqual([
    `service passport -[speaks-for]-> issuer ${iss} @96 observed`,
    `issuer ${iss} -[signs-with]-> signing-key k1 @96 claimed`,
    `signing-key k1 -[signed]-> token ${iss}#j1 @96 observed`,
  ]);
});

it('finds the service of an issuer by the name that its access records carry', () => {
  const access = event('http.access', { service: 'sso', domain: 'SSO.example' });
  expect(drawn(tokenMinted, access, use)[0]).toBe(`service sso -[speaks-for]-> issuer ${iss} @96 observed`);
});

it('adds the service whose key signed under the name of another issuer, as inferred', () => {
  const forged = tokenUse({ ...named, iss: 'https://internal.example' }, { atUs: 100 });
  expect(drawn(tokenMinted, jwks, forged)[0]).toBe(
    'service passport -[speaks-for]-> issuer https://internal.example @96 inferred',
  );
});

it('takes a token that nobody verified at its word only', () => {
  const unverified = tokenUse({ ...named, verified: null }, { atUs: 100 });
  expect(drawn(tokenMinted, unverified).at(-1)).toBe(
    `signing-key k1 -[signed]-> token ${iss}#j1 @96 claimed`,
  );
});

it('goes without the part that the token does not name', () => {
  expect(drawn(tokenMinted, tokenUse({ jti: 'j', iss }, { atUs: 9 }))).toEqual([
    `issuer ${iss} -[signed]-> token ${iss}#j @5 observed`,
  ]);
  expect(drawn(tokenMinted, jwks, tokenUse({ jti: 'j', kid: 'k1' }, { atUs: 9 }))).toEqual([
    'service passport -[speaks-for]-> signing-key k1 @5 inferred',
    'signing-key k1 -[signed]-> token #j @5 observed',
  ]);
});

describe('tokens of the issuance ledger', () => {
  const issue = (jti: string, atUs: number) => event('token.issue', { jti, atUs });
  const used = (jti: string, atUs: number) => tokenUse({ ...named, jti }, { atUs });

  it('repeat who speaks for the issuer, and its key, only after a deployment', () => {
    const deployment = event('cicd.deployment', { service: 'passport', atUs: hour });
    const tokens = [1, 2, 60.5, 61].flatMap((at, i) => [
      issue(`j${i}`, at * minute),
      used(`j${i}`, at * minute + 10),
    ]);
    const kinds = drawn(tokenMinted, jwks, deployment, ...tokens).map((line) => /\[(.*)\]/.exec(line)?.[1]);
    const count = (kind: string) => kinds.filter((other) => other === kind).length;
    expect([count('speaks-for'), count('signs-with'), count('signed')]).toEqual([2, 2, 4]);
  });

  it('are reached by the deployment before them, in whatever order they are first used', () => {
    const deployment = event('cicd.deployment', { id: 'd', service: 'passport', atUs: 1 });
    const events = [jwks, deployment, issue('a', 10), issue('b', 20), used('b', 30), used('a', 900)];
    for (const jti of ['a', 'b'])
      expect(leadsTo(events, 'deployment passport/prod/d', `token ${iss}#${jti}`)).toBe(true);
  });

  it('without a ledger entry repeat the whole way each time', () => {
    expect(drawn(tokenMinted, jwks, used('x', 10), used('y', 20))).toHaveLength(6);
  });
});

describe('draws nothing', () => {
  it.each(['invalid_signature', 'Malformed JWS', 'token was tampered with'])(
    'upstream of a token refused for %s: whoever made it does not hold the key',
    (error) => {
      expect(drawn(tokenMinted, jwks, tokenUse({ ...named, verified: false, error }))).toEqual([]);
    },
  );

  it('for a token that names neither issuer nor key', () => {
    expect(drawn(tokenMinted, tokenUse({ jti: 'j' }))).toEqual([]);
  });
});

it.each(['token_expired', 'unexpected_issuer', null])(
  'still draws a token refused for %s: the key did sign',
  (error) => {
    expect(drawn(tokenMinted, tokenUse({ ...named, verified: false, error }))).toHaveLength(2);
  },
);

it('still draws a token whose signature one verifier refused and another accepted', () => {
  const refused = tokenUse({ ...named, verified: false, error: 'invalid_signature' }, { atUs: 1 });
  expect(drawn(tokenMinted, refused, use)).toHaveLength(2);
});
