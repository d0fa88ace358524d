import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event, hour, minute, tokenUse } from '../testing/events.js';
import { transactionCaused } from './transaction-caused.rule.js';

const context = (given: Partial<EventOf<'wal.context'>> = {}) =>
  event('wal.context', { service: 'orders', atUs: minute, ...given });
const transaction = 'database-transaction 7';

describe('the cause is', () => {
  const use = tokenUse({ jti: 'j', iss: 'i', tokenHmac: 'ab' }, { traceId: 't1', atUs: minute + 1 });

  it('the request of the same trace', () => {
    expect(drawn(transactionCaused, use, context({ traceId: 't1', tokenHmac: 'ab' }))).toEqual([
      `request orders/t1 -[committed]-> ${transaction} @${minute} observed`,
    ]);
  });

  it('a request without a token, too', () => {
    const access = event('http.access', { traceId: 't1' });
    expect(drawn(transactionCaused, access, context({ traceId: 't1' }))).toEqual([
      `request orders/t1 -[committed]-> ${transaction} @${minute} observed`,
    ]);
  });

  it('the token, where no request has that trace', () => {
    expect(drawn(transactionCaused, use, context({ traceId: 't2', tokenHmac: 'ab' }))).toEqual([
      `token i#j -[authorised]-> ${transaction} @${minute} observed`,
    ]);
  });

  it('the service, where neither is known', () => {
    expect(drawn(transactionCaused, use, context({ traceId: 't2', tokenHmac: 'cd' }))).toEqual([
      `service orders -[committed]-> ${transaction} @${minute} observed`,
    ]);
  });

  it('nothing, where the context is empty', () => {
    expect(drawn(transactionCaused, use, context({ service: null }))).toEqual([]);
  });
});

it('is claimed when the context is not signed: any role may emit one', () => {
  expect(drawn(transactionCaused, context({ signed: false }))).toEqual([
    `service orders -[committed]-> ${transaction} @${minute} claimed`,
  ]);
});

it('draws nothing for a message outside any transaction', () => {
  expect(drawn(transactionCaused, context({ xid: null }))).toEqual([]);
});

it('leads from the key to what its token authorised, though the use is logged after the commit', () => {
  const use = tokenUse({ iss: 'i', kid: 'k', tokenHmac: 'ab' }, { atUs: minute + 500 });
  expect(leadsTo([use, context({ tokenHmac: 'ab' })], 'signing-key k', transaction)).toBe(true);
});

it('keeps apart two transactions that got the same id hours from each other', () => {
  const again = context({ atUs: 5 * hour, lsn: '0/20' });
  expect(drawn(transactionCaused, context({ lsn: '0/10' }), again)).toEqual([
    `service orders -[committed]-> ${transaction}@0/10 @${minute} observed`,
    `service orders -[committed]-> ${transaction}@0/20 @${5 * hour} observed`,
  ]);
});
