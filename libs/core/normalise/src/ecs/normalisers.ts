import { isJsonObject } from '@faultline/model';
import { isServiceAccess } from '../auth/is-service-access.js';
import { at, textAt } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { ecsAlert } from './ecs-alert.js';
import { hasEcsEvent, hostOf, isAlert } from './ecs-document.js';
import { ecsHostEvent } from './ecs-host-event.js';

/** ECS documents: alerts, host events, authentication. Web access and token use belong to `auth`, Winlogbeat to `windows`. */
const ecs: SourceNormaliser = {
  name: 'ecs',
  kind: 'siem',
  recognises(d) {
    if (d['@timestamp'] === undefined || !hasEcsEvent(d) || isServiceAccess(d)) return false;
    const winlog = d['winlog'];
    return !(isJsonObject(winlog) && winlog['event_id'] !== undefined);
  },
  mappedFields: [
    '@timestamp',
    'event.created',
    'event.kind',
    'event.category',
    'event.type',
    'event.action',
    'event.outcome',
    'event.dataset',
    'event.module',
    'event.severity',
    'event.code',
    'event.count',
    'event.reason',
    'rule.id',
    'rule.name',
    'rule.uuid',
    'host.name',
    'host.hostname',
    'agent.hostname',
    'user.name',
    'user.domain',
    'user.id',
    'service.name',
    'source.ip',
    'source.port',
    'client.ip',
    'destination.ip',
    'destination.port',
    'destination.domain',
    'http.response.status_code',
    'message',
    'process.pid',
    'process.entity_id',
    'process.executable',
    'process.name',
    'process.start',
    'process.command_line',
    'process.args',
    'process.working_directory',
    'process.hash.sha256',
    'process.parent.pid',
    'process.parent.entity_id',
    'process.parent.executable',
    'process.parent.name',
    'process.parent.start',
    'file.path',
    'file.hash.sha256',
    'dll.path',
    'dll.hash.sha256',
    'registry.path',
    'registry.data.strings',
    'dns.question.name',
    'dns.resolved_ip',
    'network.direction',
  ],
  normalise(d, record) {
    const atUs = timeToUs(at(d, '@timestamp'));
    if (atUs === null)
      return { code: 'FL_RECORD_TIME', reason: 'The ECS document’s @timestamp cannot be read.' };
    const observedAtUs = timeToUs(at(d, 'event.created'));
    if (isAlert(d)) return [ecsAlert(d, record, atUs, observedAtUs)];
    const event = ecsHostEvent(d, record, atUs, observedAtUs);
    if (event !== null) return [event];
    return [
      {
        id: record.id,
        atUs,
        observedAtUs,
        clock: null,
        dataset: textAt(d, 'event.dataset') ?? textAt(d, 'event.module') ?? 'ecs',
        record: refOf(record),
        kind: 'other',
        action:
          textAt(d, 'event.action') ?? textAt(d, 'event.category') ?? textAt(d, 'event.kind') ?? 'unknown',
        host: hostOf(d),
        service: textAt(d, 'service.name'),
      },
    ];
  },
};

export const ecsNormalisers: readonly SourceNormaliser[] = [ecs];
