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
      `request orders/t1 -[committed]-> ${transaction} @${minute} claimed`,
    ]);
  });

  it('a request without a token, too', () => {
    const access = event('http.access', { traceId: 't1' });
    expect(drawn(transactionCaused, access, context({ traceId: 't1' }))).toEqual([
      `request orders/t1 -[committed]-> ${transaction} @${minute} claimed`,
    ]);
  });

  it('the token, where no request has that trace', () => {
    expect(drawn(transactionCaused, use, context({ traceId: 't2', tokenHmac: 'ab' }))).toEqual([
      `token i#j -[authorised]-> ${transaction} @${minute} claimed`,
    ]);
  });

  it('the service, where neither is known', () => {
    expect(drawn(transactionCaused, use, context({ traceId: 't2', tokenHmac: 'cd' }))).toEqual([
      `service orders -[committed]-> ${transaction} @${minute} claimed`,
    ]);
  });

  it('nothing, where the context is empty', () => {
    expect(drawn(transactionCaused, use, context({ service: null }))).toEqual([]);
  });
});

it.each([true, false])('is claimed, signed (%s) or not: nobody here can check a signature', (signed) => {
  expect(drawn(transactionCaused, context({ signed }))).toEqual([
    `service orders -[committed]-> ${transaction} @${minute} claimed`,
  ]);
});

it('is the request of the service that the message names, not the gateway that shares its trace', () => {
  const own = event('http.access', { service: 'orders', traceId: 't1' });
  const gateway = event('http.access', { service: 'gateway', traceId: 't1', atUs: 2 * minute });
  expect(drawn(transactionCaused, own, gateway, context({ traceId: 't1' }))).toEqual([
    `request orders/t1 -[committed]-> ${transaction} @${minute} claimed`,
  ]);
  expect(drawn(transactionCaused, own, gateway, context({ traceId: 't1', service: 'billing' }))).toEqual([
    `service billing -[committed]-> ${transaction} @${minute} claimed`,
  ]);
});

it('keeps apart two databases that use the same id at the same time', () => {
  const other = context({ atUs: minute + 1, lsn: '7/0' });
  expect(drawn(transactionCaused, context({ lsn: '0/10' }), other)).toHaveLength(2);
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
    `service orders -[committed]-> ${transaction}@0/10 @${minute} claimed`,
    `service orders -[committed]-> ${transaction}@0/20 @${5 * hour} claimed`,
  ]);
});
