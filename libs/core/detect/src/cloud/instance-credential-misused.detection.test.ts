import { describe, expect, it } from 'vitest';
import { indexEvents, type Event } from '@faultline/model';
import { event, mondayUs } from '../testing/events.js';
import { instanceCredentialMisused } from './instance-credential-misused.detection.js';

const find = (...events: readonly Event[]) => instanceCredentialMisused.find(indexEvents(events));
const thief = {
  userAgent: '[aws-cli/1.18.136 Python/3.8.5 Darwin/19.5.0 botocore/1.17.59]',
  accessKeyId: 'ASIASTOLEN',
  sourceIp: '203.0.113.9',
};

describe('credentials of an instance used by a person', () => {
  it('finds listing and reading from a desktop, and names the key and the object', () => {
    const impacts = find(
      event('cloud.call', mondayUs, { ...thief, operation: 'ListBuckets', resources: [] }),
      event('cloud.call', mondayUs + 9, { ...thief, resources: ['s3://ring/secret.txt'] }),
    );
    expect(impacts).toMatchObject([
      { severity: 'critical', entity: { key: 's3://ring/secret.txt' }, by: { key: 'ASIASTOLEN' } },
    ]);
  });

  it('ties a key to its instance by the call that issued it', () => {
    const issued = { accessKeyId: 'ASIASTOLEN', roleArn: 'arn:role', sessionName: 'i-0123456789abcdef0' };
    const assume = event('cloud.call', mondayUs - 9, {
      operation: 'AssumeRole',
      service: 'sts',
      accessKeyId: null,
      sessionName: null,
      issued,
    });
    const call = event('cloud.call', mondayUs, { ...thief, sessionName: null });
    const listed = event('cloud.call', mondayUs + 1, {
      ...thief,
      sessionName: null,
      operation: 'ListBuckets',
    });
    expect(find(assume, call, listed)).toHaveLength(1);
    expect(find(call, listed)).toEqual([]);
  });

  it.each([
    ['software that reads its bucket', {}],
    ['software on two addresses that meets a refusal', { errorCode: 'AccessDenied' }],
  ])('is silent about %s', (_, given) => {
    expect(
      find(
        ...Array.from({ length: 20 }, (__, n) =>
          event('cloud.call', mondayUs + n, { ...given, sourceIp: `10.0.0.${n % 2}` }),
        ),
      ),
    ).toEqual([]);
  });

  it('is silent about people with keys of their own', () =>
    expect(find(event('cloud.call', mondayUs, { ...thief, sessionName: 'ann' }))).toEqual([]));
});
