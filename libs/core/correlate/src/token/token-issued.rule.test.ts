import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn } from '../testing/drawn.js';
import { event, tokenUse } from '../testing/events.js';
import { tokenIssued } from './token-issued.rule.js';

const issue = (given: Partial<EventOf<'token.issue'>> = {}) =>
  event('token.issue', {
    jti: 'j',
    realm: 'main',
    userId: 'Ann',
    sessionId: 'S1',
    sourceIp: '10.0.0.9',
    atUs: 10,
    ...given,
  });
const use = tokenUse({ jti: 'j', iss: 'https://sso.example' }, { atUs: 50 });
const token = 'token https://sso.example#j';

it('draws user and address opening the session that was issued the token', () => {
  expect(drawn(tokenIssued, issue(), use)).toEqual([
    'user ann -[opened]-> session main/s1 @10 observed',
    'ip 10.0.0.9 -[opened]-> session main/s1 @10 observed',
    `session main/s1 -[was-issued]-> ${token} @10 observed`,
  ]);
});

it('puts the issuance before the first use, though the clock of the ledger runs ahead', () => {
  expect(drawn(tokenIssued, issue({ atUs: 60 }), use).at(-1)).toBe(
    `session main/s1 -[was-issued]-> ${token} @46 observed`,
  );
});

it('names the user, else the client, where there is no session', () => {
  expect(drawn(tokenIssued, issue({ sessionId: null }), use)).toEqual([
    `user ann -[was-issued]-> ${token} @10 observed`,
  ]);
  expect(drawn(tokenIssued, issue({ sessionId: null, userId: null, clientId: 'shop' }), use)).toEqual([
    `user client:shop -[was-issued]-> ${token} @10 observed`,
  ]);
});

describe('draws nothing', () => {
  it('for a token that was never used', () => {
    expect(drawn(tokenIssued, issue())).toEqual([]);
  });

  it('for a token that the ledger does not know', () => {
    expect(drawn(tokenIssued, issue({ jti: 'other' }), use)).toEqual([]);
  });

  it('for a ledger entry that names no token', () => {
    expect(drawn(tokenIssued, issue({ jti: null }), tokenUse({ tokenHmac: 'ab' }))).toEqual([]);
  });

  it('for an issuance to nobody', () => {
    expect(drawn(tokenIssued, issue({ sessionId: null, userId: null }), use)).toEqual([]);
  });
});
