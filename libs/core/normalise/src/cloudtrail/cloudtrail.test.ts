import { describe, expect, it } from 'vitest';
import type { EventOf, JsonObject } from '@faultline/model';
import { createNormaliser } from '../record-normaliser.js';
import { unmapped } from '../unmapped.js';
import { roleSessionOf } from './assumed-role.js';

const record = (document: JsonObject) => {
  const text = JSON.stringify(document);
  return { path: 'p', line: 1, offset: 0, length: text.length, id: 'i', text };
};
function callsOf(document: JsonObject): EventOf<'cloud.call'>[] {
  const result = createNormaliser().normalise(record(document));
  if (result.rejected !== undefined) throw new Error(result.rejected.code);
  return result.events.map((event) => event as EventOf<'cloud.call'>);
}

const assume: JsonObject = {
  eventTime: '2026-03-08T10:00:00Z',
  eventSource: 'sts.amazonaws.com',
  eventName: 'AssumeRole',
  awsRegion: 'eu-west-1',
  recipientAccountId: '111122223333',
  userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' },
  sourceIPAddress: 'ec2.amazonaws.com',
  requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/path/web', roleSessionName: 'i-0abc' },
  responseElements: {
    credentials: { accessKeyId: 'ASIAEXAMPLE', sessionToken: 'FwoGZXIvYXdzEXAMPLETOKEN', expiration: 'x' },
  },
};
const use: JsonObject = {
  eventTime: '2026-03-08T10:05:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  readOnly: true,
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::111122223333:assumed-role/web/i-0abc',
    accessKeyId: 'ASIAEXAMPLE',
    accountId: '111122223333',
    sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/path/web' } },
  },
  requestParameters: { bucketName: 'b', key: 'k/x' },
  resources: [{ ARN: 'arn:aws:s3:::b' }],
  errorCode: 'AccessDenied',
};

describe('CloudTrail', () => {
  it('names the credentials a call issued, and never their token', () => {
    const [call] = callsOf(assume);
    expect(call).toMatchObject({
      kind: 'cloud.call',
      service: 'sts',
      operation: 'AssumeRole',
      account: '111122223333',
      readOnly: null,
      issued: {
        accessKeyId: 'ASIAEXAMPLE',
        roleArn: 'arn:aws:iam::111122223333:role/path/web',
        sessionName: 'i-0abc',
      },
      resources: ['arn:aws:iam::111122223333:role/path/web'],
    });
    expect(JSON.stringify(call)).not.toContain('EXAMPLETOKEN');
    expect(JSON.stringify(unmapped(record(assume)))).not.toContain('EXAMPLETOKEN');
  });

  it('names the role and the session behind an assumed role', () => {
    expect(callsOf(use)[0]).toMatchObject({
      principalType: 'AssumedRole',
      accessKeyId: 'ASIAEXAMPLE',
      roleArn: 'arn:aws:iam::111122223333:role/path/web',
      sessionName: 'i-0abc',
      readOnly: true,
      errorCode: 'AccessDenied',
      resources: ['arn:aws:s3:::b', 's3://b/k/x'],
    });
  });

  it('reads a delivered file as one record of several calls', () => {
    expect(callsOf({ Records: [assume, use] }).map((call) => [call.id, call.operation])).toEqual([
      ['i-1', 'AssumeRole'],
      ['i-2', 'GetObject'],
    ]);
  });

  it('reads calls inside the envelope of EventBridge', () => {
    expect(
      callsOf({ 'detail-type': 'AWS API Call via CloudTrail', time: '2026-03-08T10:05:01Z', detail: use })[0],
    ).toMatchObject({ operation: 'GetObject', atUs: 1772964300000000 });
  });

  it('falls back to @timestamp, and has no time without both', () => {
    const { eventTime: _, ...rest } = use;
    expect(callsOf({ ...rest, '@timestamp': '2026-03-08T10:05:00.000Z' })[0]?.atUs).toBe(1772964300000000);
    expect(createNormaliser().normalise(record(rest)).rejected?.code).toBe('FL_RECORD_TIME');
  });

  it('names ids in the lists of EC2 and a lasting key that was created', () => {
    const call = callsOf({
      ...use,
      eventSource: 'ec2.amazonaws.com',
      eventName: 'DescribeInstances',
      requestParameters: {
        instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] },
        filterSet: {},
      },
      responseElements: { accessKey: { accessKeyId: 'AKIAEXAMPLE', userName: 'u' } },
    })[0];
    expect(call?.resources).toEqual(['arn:aws:s3:::b', 'i-1', 'i-2']);
    expect(call?.issued).toEqual({ accessKeyId: 'AKIAEXAMPLE', roleArn: null, sessionName: null });
  });

  it('takes a role from an ARN in any partition, and none from another ARN', () => {
    expect(roleSessionOf('arn:aws-cn:sts::1:assumed-role/r/s')).toEqual({
      roleArn: 'arn:aws-cn:iam::1:role/r',
      sessionName: 's',
    });
    expect(roleSessionOf('arn:aws:iam::1:user/u')).toEqual({ roleArn: null, sessionName: null });
    expect(roleSessionOf(null)).toEqual({ roleArn: null, sessionName: null });
  });
});
