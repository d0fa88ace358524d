import { accessKeyEntity, cloudResourceEntity, type EventOf, isInstanceSession } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';

const interactive = /aws-cli|powershell|boto3|aws-sdk-go.*(?:pacu|interactive)|console/i;
const desktop = /darwin|windows|macos/i;
const enumeration = /^(?:List|Describe|Get(?:CallerIdentity|Account))/;
const reading = /^(?:GetObject|GetSecretValue|GetParameter|SelectObjectContent|CopyObject|Download)/;

/** Below this an instance merely uses its own role. */
const impactScore = 3;

/**
 * Credentials of an instance profile used by a person (ATT&CK T1552.005 then T1530): software on an instance knows its buckets and runs an SDK;
 * a thief lists what there is, with a command line tool, often from another operating system.
 */
export const instanceCredentialMisused: Detection = {
  id: 'instance-credential-misused',
  find(index) {
    const byKey = new Map<string, EventOf<'cloud.call'>[]>();
    const issued = new Map(
      index
        .of('cloud.call')
        .flatMap((event) =>
          event.issued === null ? [] : [[event.issued.accessKeyId, event.issued.sessionName] as const],
        ),
    );
    for (const event of index.of('cloud.call')) {
      if (event.accessKeyId === null) continue;
      const session = event.sessionName ?? issued.get(event.accessKeyId) ?? null;
      if (session === null || !isInstanceSession(session)) continue;
      const list = byKey.get(event.accessKeyId);
      if (list === undefined) byKey.set(event.accessKeyId, [event]);
      else list.push(event);
    }
    return [...byKey].flatMap(([key, calls]) => impactOf(key, calls));
  },
};

function impactOf(key: string, calls: readonly EventOf<'cloud.call'>[]): ImpactCandidate[] {
  const reasons: string[] = [];
  let score = 0;
  const weigh = (applies: boolean, weight: number, reason: string) => {
    if (!applies) return;
    score += weight;
    reasons.push(reason);
  };
  const reads = calls.filter((call) => reading.test(call.operation) && call.errorCode === null);
  weigh(
    calls.some((call) => interactive.test(call.userAgent ?? '')),
    1,
    'a command line tool was used',
  );
  weigh(
    calls.some((call) => desktop.test(call.userAgent ?? '')),
    2,
    'from a desktop operating system',
  );
  weigh(
    calls.some((call) => enumeration.test(call.operation)),
    1,
    'it listed what there is',
  );
  weigh(reads.length > 0, 1, 'it read data');
  weigh(new Set(calls.map((call) => call.sourceIp)).size > 1, 1, 'from several addresses');
  weigh(
    calls.some((call) => call.errorCode !== null && /denied|unauthorized/i.test(call.errorCode)),
    1,
    'it met refusals',
  );
  const last = reads.at(-1) ?? calls.at(-1);
  if (score < impactScore || last === undefined) return [];
  const resource =
    last.resources.find((name) => name.startsWith('s3://')) ??
    last.resources[0] ??
    `${last.service}:${last.operation}`;
  return [
    {
      detection: 'instance-credential-misused',
      title: `Credentials of instance ${last.sessionName ?? ''} used to read ${resource}`,
      severity: reads.length > 0 ? 'critical' : 'high',
      score,
      entity: cloudResourceEntity(resource),
      by: accessKeyEntity(key),
      atUs: last.atUs,
      event: last.id,
      why: `access key ${key} belongs to an instance, but ${reasons.join(', ')}`,
      attack: ['T1552.005', 'T1530'],
      carriers: null,
      horizonUs: null,
    },
  ];
}
