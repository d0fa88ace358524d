import {
  accessKeyEntity,
  instanceEntity,
  ipEntity,
  isInstanceSession,
  type NamedEntity,
  roleEntity,
  userEntity,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:CloudRole)-[:ISSUED]->(:AccessKey)    (:CloudInstance)-[:HOLDS]->(:AccessKey)    (caller:AccessKey)-[:ASSUMED]->(:CloudRole)
export const credentialIssued: LinkingRule = {
  id: 'cloud.credential-issued',
  draws: '(:CloudRole)-[:ISSUED]->(:AccessKey), (:CloudInstance)-[:HOLDS]->(:AccessKey)',
  link(index, emit) {
    for (const event of index.of('cloud.call')) {
      if (event.issued === null) continue;
      const key = accessKeyEntity(event.issued.accessKeyId);
      const draw = (from: NamedEntity, to: NamedEntity, kind: string, seq: number) =>
        emit({
          from,
          to,
          atUs: event.atUs,
          seq,
          kind,
          rule: this.id,
          basis: 'observed',
          events: [event.id],
          bytes: null,
        });
      const caller = callerEntity(event);
      if (event.issued.roleArn !== null) {
        const role = roleEntity(event.issued.roleArn);
        if (caller !== null) draw(caller, role, 'assumed', 0);
        draw(role, key, 'issued', 1);
      } else if (caller !== null) draw(caller, key, 'issued', 1);
      const session = event.issued.sessionName;
      if (session !== null && isInstanceSession(session)) draw(instanceEntity(session), key, 'holds', 1);
    }
  },
};

function callerEntity(event: {
  accessKeyId: string | null;
  userName: string | null;
  sourceIp: string | null;
}): NamedEntity | null {
  if (event.accessKeyId !== null) return accessKeyEntity(event.accessKeyId);
  if (event.userName !== null) return userEntity(event.userName);
  // `ec2.amazonaws.com` and its like: the platform itself, no origin to name.
  return event.sourceIp !== null && /^[\d.]+$|:/.test(event.sourceIp) ? ipEntity(event.sourceIp) : null;
}
