import { describe, expect, it } from 'vitest';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event, hour, minute, tokenUse } from '../testing/events.js';
import { requestServed } from './request-served.rule.js';

const request = { traceId: 't1', sourceIp: '10.0.0.9', atUs: minute };

it('draws token and address into the request, and the request reaching the service', () => {
  expect(drawn(requestServed, tokenUse({ jti: 'j', iss: 'i' }, request))).toEqual([
    `token i#j -[presented-in]-> request orders/t1 @${minute} observed`,
    `ip 10.0.0.9 -[sent]-> request orders/t1 @${minute} observed`,
    `request orders/t1 -[reached]-> service orders @${minute} observed`,
  ]);
});

it('names a token without jti by its keyed hash', () => {
  expect(drawn(requestServed, tokenUse({ tokenHmac: 'ab' }, request))[0]).toContain(
    'token hmac:ab -[presented-in]->',
  );
});

it('draws a request without a token or a known sender', () => {
  expect(drawn(requestServed, event('http.access', { id: 'r1' }))).toEqual([
    'request orders/r1 -[reached]-> service orders @0 observed',
  ]);
});

describe('a request that wrote to the database', () => {
  const use = tokenUse({ jti: 'j', iss: 'https://sso.example', kid: 'k' }, request);
  const write = (atUs: number) => event('wal.context', { traceId: 't1', xid: '7', atUs });
  const starts = (atUs: number) => drawn(requestServed, use, write(atUs))[0]?.split('@')[1];

  it('began before it wrote: its access record is only written with the answer', () => {
    expect(starts(minute - 500)).toBe(`${minute - 501} observed`);
  });

  it.each([
    ['key', 'signing-key k'],
    ['token', 'token https://sso.example#j'],
    ['address', 'ip 10.0.0.9'],
    ['request', 'request orders/t1'],
  ])('leads from the %s to the transaction', (_name, from) => {
    expect(leadsTo([use, write(minute - 500)], from, 'database-transaction 7')).toBe(true);
  });

  it('keeps its own time when the clock of the database is ahead', () => {
    expect(starts(minute + 500)).toBe(`${minute} observed`);
    expect(leadsTo([use, write(minute + 500)], 'ip 10.0.0.9', 'database-transaction 7')).toBe(true);
  });

  it('keeps its own time when a record hours ago has the same trace', () => {
    const late = tokenUse({ jti: 'j', iss: 'i' }, { ...request, atUs: 3 * hour });
    expect(drawn(requestServed, late, write(1))[0]).toContain(`@${3 * hour} `);
  });
});
