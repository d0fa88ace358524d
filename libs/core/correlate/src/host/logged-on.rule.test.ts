import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { loggedOn } from './logged-on.rule.js';

const logon = (given: Partial<EventOf<'logon'>> = {}) => event('logon', { atUs: 3, ...given });
const start = (logonId: string | null, host = 'alpha') =>
  event('process.start', { host, process: process('shell'), logonId, atUs: 7 });

it('draws user and address opening the session, and the session owning its processes', () => {
  expect(drawn(loggedOn, logon({ sourceIp: '10.0.0.9' }), start('0x5a'))).toEqual([
    'user lan\\ann -[opened]-> session alpha/0x5a @3 observed',
    'ip 10.0.0.9 -[opened]-> session alpha/0x5a @3 observed',
    'session alpha/0x5a -[owned]-> process alpha/shell @7 observed',
  ]);
});

it.each(['127.0.0.1', '::1', '-'])('draws no address for a logon from %s', (sourceIp) => {
  expect(drawn(loggedOn, logon({ sourceIp }))).toEqual([
    'user lan\\ann -[opened]-> session alpha/0x5a @3 observed',
  ]);
});

describe('draws nothing', () => {
  it('for a LogonId whose logon was not seen', () => {
    expect(drawn(loggedOn, start('0x5a'))).toEqual([]);
  });

  it('for the same LogonId on another host', () => {
    expect(drawn(loggedOn, logon(), start('0x5a', 'beta'))).toHaveLength(1);
  });

  it('for a process without a LogonId', () => {
    expect(drawn(loggedOn, logon(), start(null))).toHaveLength(1);
  });

  it.each(['failure', 'unknown'] as const)('for a logon with outcome %s', (outcome) => {
    expect(drawn(loggedOn, logon({ outcome, sourceIp: '10.0.0.9' }), start('0x5a'))).toEqual([]);
  });

  it('for a logon without a session', () => {
    expect(drawn(loggedOn, logon({ logonId: null }))).toEqual([]);
  });
});
