import {
  isJsonObject,
  type EventOf,
  type JsonObject,
  type JsonValue,
  type RawRecord,
} from '@faultline/model';
import { booleanOf, objectAt, textAt } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { callerRole } from './assumed-role.js';
import { issuedCredentials } from './issued-credentials.js';
import { namedResources } from './named-resources.js';

/** AWS CloudTrail: one call a line, a delivered file `{"Records":[…]}`, or a call in an EventBridge (`detail`) or other envelope (`event`). */
const cloudtrail: SourceNormaliser = {
  name: 'cloudtrail',
  kind: 'siem',
  recognises: (d) => callsOf(d) !== null,
  mappedFields: [
    'eventTime',
    'eventSource',
    'eventName',
    'awsRegion',
    'recipientAccountId',
    'readOnly',
    'userIdentity.type',
    'userIdentity.arn',
    'userIdentity.accountId',
    'userIdentity.principalId',
    'userIdentity.userName',
    'userIdentity.accessKeyId',
    'userIdentity.sessionContext.sessionIssuer',
    'sourceIPAddress',
    'userAgent',
    'errorCode',
    '@timestamp',
    'Records',
  ],
  normalise(d, record) {
    const calls = callsOf(d) ?? [];
    const events: EventOf<'cloud.call'>[] = [];
    for (const call of calls) {
      const atUs =
        timeToUs(call['eventTime']) ?? timeToUs(call['@timestamp']) ?? timeToUs(d['@timestamp'] ?? d['time']);
      if (atUs === null)
        return {
          code: 'FL_RECORD_TIME',
          reason: 'The CloudTrail record has neither a readable eventTime nor a readable @timestamp.',
        };
      events.push(
        cloudCall(call, record, atUs, calls.length === 1 ? record.id : `${record.id}-${events.length + 1}`),
      );
    }
    return events;
  },
};

export const cloudtrailNormalisers: readonly SourceNormaliser[] = [cloudtrail];

function callsOf(d: JsonObject): readonly JsonObject[] | null {
  if (isCall(d)) return [d];
  for (const envelope of ['detail', 'event']) {
    const inner = d[envelope];
    if (isJsonObject(inner) && isCall(inner)) return [inner];
  }
  const list = d['Records'];
  if (!Array.isArray(list)) return null;
  const records = list as readonly JsonValue[];
  return records.length > 0 && records.every((item): item is JsonObject => isJsonObject(item) && isCall(item))
    ? records
    : null;
}

function isCall(d: JsonObject): boolean {
  return (
    typeof d['eventName'] === 'string' && typeof d['eventSource'] === 'string' && d['Channel'] === undefined
  );
}

const serviceSuffix = '.amazonaws.com';

function cloudCall(call: JsonObject, record: RawRecord, atUs: number, id: string): EventOf<'cloud.call'> {
  const identity = objectAt(call, 'userIdentity') ?? {};
  const role = callerRole(identity);
  const source = textAt(call, 'eventSource') ?? '';
  return {
    id,
    atUs,
    observedAtUs: null,
    clock: null,
    dataset: 'aws.cloudtrail',
    record: refOf(record),
    kind: 'cloud.call',
    account: textAt(call, 'recipientAccountId') ?? textAt(identity, 'accountId'),
    region: textAt(call, 'awsRegion'),
    service: source.endsWith(serviceSuffix) ? source.slice(0, -serviceSuffix.length) : source,
    operation: textAt(call, 'eventName') ?? '',
    readOnly: booleanOf(call['readOnly']),
    principalType: textAt(identity, 'type'),
    principalArn: textAt(identity, 'arn'),
    userName: textAt(identity, 'userName'),
    accessKeyId: textAt(identity, 'accessKeyId'),
    roleArn: role.roleArn,
    sessionName: role.sessionName,
    sourceIp: textAt(call, 'sourceIPAddress'),
    userAgent: textAt(call, 'userAgent'),
    errorCode: textAt(call, 'errorCode'),
    issued: issuedCredentials(call),
    resources: namedResources(call),
  };
}
