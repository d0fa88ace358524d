import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event } from '../testing/events.js';
import { credentialUsed } from './credential-used.rule.js';

const role = 'arn:aws:iam::1:role/app';
const call = (given: Partial<EventOf<'cloud.call'>> = {}) =>
  event('cloud.call', {
    id: 'c1',
    accessKeyId: 'ASIA1',
    sourceIp: '192.0.2.1',
    resources: ['s3://vault/a'],
    atUs: 5,
    ...given,
  });

it('draws key and address into the call, and the call touching what it names', () => {
  expect(drawn(credentialUsed, call())).toEqual([
    'access-key ASIA1 -[called]-> request s3/c1 @5 observed',
    'ip 192.0.2.1 -[sent]-> request s3/c1 @5 observed',
    'request s3/c1 -[touched]-> cloud-resource s3://vault/a @5 observed',
  ]);
});

it('leads from the key to the resource within one instant', () => {
  expect(leadsTo([call()], 'access-key ASIA1', 'cloud-resource s3://vault/a')).toBe(true);
});

describe('a key whose issuing call was not seen', () => {
  const holdersOf = (given: Partial<EventOf<'cloud.call'>>) =>
    drawn(credentialUsed, call({ sourceIp: null, resources: [], ...given })).slice(0, -1);

  it('is held by the role and the instance that the record names, as inferred', () => {
    expect(holdersOf({ roleArn: role, sessionName: 'i-01234567' })).toEqual([
      `cloud-role ${role} -[issued]-> access-key ASIA1 @5 inferred`,
      'cloud-instance i-01234567 -[holds]-> access-key ASIA1 @5 inferred',
    ]);
  });

  it('is owned by the user, else by nobody', () => {
    expect(holdersOf({ userName: 'Ann' })).toEqual(['user ann -[owns]-> access-key ASIA1 @5 inferred']);
    expect(holdersOf({})).toEqual([]);
  });

  it('needs no guess once the issuing call is seen', () => {
    const issued = { accessKeyId: 'ASIA1', roleArn: role, sessionName: null };
    const issuing = event('cloud.call', { service: 'sts', issued });
    expect(drawn(credentialUsed, issuing, call({ roleArn: role })).join()).not.toContain('inferred');
  });
});

it('draws no address for a call that a service of the platform makes', () => {
  expect(drawn(credentialUsed, call({ sourceIp: 'cloudtrail.amazonaws.com' })).join()).not.toContain(
    '-[sent]->',
  );
});

it('draws nothing for a call of nobody that names nothing', () => {
  expect(drawn(credentialUsed, call({ accessKeyId: null, sourceIp: null, resources: [] }))).toEqual([]);
});

it('takes 32 resources of a call that names thousands', () => {
  const resources = Array.from({ length: 2000 }, (_, i) => `s3://vault/${i}`);
  expect(drawn(credentialUsed, call({ resources }))).toHaveLength(34);
});
