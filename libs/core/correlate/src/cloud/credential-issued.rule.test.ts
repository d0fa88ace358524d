import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event } from '../testing/events.js';
import { credentialIssued } from './credential-issued.rule.js';

const role = 'arn:aws:iam::1:role/app';
const assume = (given: Partial<EventOf<'cloud.call'>> = {}) =>
  event('cloud.call', {
    service: 'sts',
    operation: 'AssumeRole',
    accessKeyId: 'AKIA1',
    issued: { accessKeyId: 'ASIA1', roleArn: role, sessionName: 'ci' },
    atUs: 5,
    ...given,
  });

it('draws the caller assuming the role and the role issuing the key, in that order', () => {
  expect(drawn(credentialIssued, assume())).toEqual([
    `access-key AKIA1 -[assumed]-> cloud-role ${role} @5 observed`,
    `cloud-role ${role} -[issued]-> access-key ASIA1 @5 observed`,
  ]);
  expect(leadsTo([assume()], 'access-key AKIA1', 'access-key ASIA1')).toBe(true);
});

it('draws a key that belongs to no role from its caller', () => {
  const issued = { accessKeyId: 'AKIA2', roleArn: null, sessionName: null };
  expect(drawn(credentialIssued, assume({ issued }))).toEqual([
    'access-key AKIA1 -[issued]-> access-key AKIA2 @5 observed',
  ]);
});

it('draws the instance whose profile the session is', () => {
  const issued = { accessKeyId: 'ASIA1', roleArn: role, sessionName: 'i-0123456789abcdef0' };
  expect(drawn(credentialIssued, assume({ issued, accessKeyId: null }))).toEqual([
    `cloud-role ${role} -[issued]-> access-key ASIA1 @5 observed`,
    'cloud-instance i-0123456789abcdef0 -[holds]-> access-key ASIA1 @5 observed',
  ]);
});

it.each(['i-', 'i-0123', 'i-0123456789abcdefXY', 'x-i-01234567'])(
  'draws no instance for the session name %s, which the caller chose',
  (sessionName) => {
    const issued = { accessKeyId: 'ASIA1', roleArn: role, sessionName };
    expect(drawn(credentialIssued, assume({ issued })).join()).not.toContain('cloud-instance');
  },
);

describe('the caller is', () => {
  const caller = (given: Partial<EventOf<'cloud.call'>>) =>
    drawn(credentialIssued, assume({ accessKeyId: null, ...given }))[0]?.split(' -[')[0];

  it('the user without a key', () => {
    expect(caller({ userName: 'Ann', sourceIp: '192.0.2.1' })).toBe('user ann');
  });

  it.each(['192.0.2.1', '2001:db8::1'])('the address %s without either', (sourceIp) => {
    expect(caller({ sourceIp })).toBe(`ip ${sourceIp}`);
  });

  it('nobody when the platform itself calls', () => {
    expect(caller({ sourceIp: 'ec2.amazonaws.com' })).toBe(`cloud-role ${role}`);
  });
});

it('draws nothing for a call that issues nothing', () => {
  expect(drawn(credentialIssued, assume({ issued: null }))).toEqual([]);
});
