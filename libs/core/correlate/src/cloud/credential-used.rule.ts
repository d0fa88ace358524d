import {
  accessKeyEntity,
  cloudResourceEntity,
  type EventOf,
  instanceEntity,
  ipEntity,
  isInstanceSession,
  type NamedEntity,
  roleEntity,
  userEntity,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:AccessKey)-[:CALLED]->(:Request)    (:Ip)-[:SENT]->(:Request)    (:Request)-[:TOUCHED]->(:CloudResource)
export const credentialUsed: LinkingRule = {
  id: 'cloud.credential-used',
  draws:
    '(:AccessKey)-[:CALLED]->(:Request), (:Ip)-[:SENT]->(:Request), (:Request)-[:TOUCHED]->(:CloudResource)',
  link(index, emit) {
    const issued = new Set(
      index.of('cloud.call').flatMap((event) => (event.issued === null ? [] : [event.issued.accessKeyId])),
    );
    for (const event of index.of('cloud.call')) {
      const request: NamedEntity = {
        kind: 'request',
        key: `${event.service}/${event.id}`,
        label: `${event.service}:${event.operation}${event.errorCode === null ? '' : ` (${event.errorCode})`}`,
      };
      const draw = (
        from: NamedEntity,
        to: NamedEntity,
        kind: string,
        seq: number,
        basis: 'observed' | 'inferred' = 'observed',
      ) =>
        emit({
          from,
          to,
          atUs: event.atUs,
          seq,
          kind,
          rule: this.id,
          basis,
          events: [event.id],
          bytes: null,
        });
      if (event.accessKeyId !== null) {
        const key = accessKeyEntity(event.accessKeyId);
        for (const [holder, kind] of holders(event, issued)) draw(holder, key, kind, 0, 'inferred');
        draw(key, request, 'called', 1);
      }
      if (event.sourceIp !== null && /^[\d.]+$|:/.test(event.sourceIp))
        draw(ipEntity(event.sourceIp), request, 'sent', 1);
      for (const resource of event.resources.slice(0, 32))
        draw(request, cloudResourceEntity(resource), 'touched', 2);
    }
  },
};

/** Who stands behind a key whose issuing call was not seen: the role and instance that the record itself names, or the user. */
function holders(event: EventOf<'cloud.call'>, issued: ReadonlySet<string>): [NamedEntity, string][] {
  if (event.accessKeyId !== null && issued.has(event.accessKeyId)) return [];
  if (event.roleArn !== null) {
    const role: [NamedEntity, string][] = [[roleEntity(event.roleArn), 'issued']];
    if (event.sessionName !== null && isInstanceSession(event.sessionName))
      role.push([instanceEntity(event.sessionName), 'holds']);
    return role;
  }
  return event.userName === null ? [] : [[userEntity(event.userName), 'owns']];
}
