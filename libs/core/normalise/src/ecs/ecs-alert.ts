import type { EventOf, JsonObject, RawRecord } from '@faultline/model';
import { at, numberAt, textAt } from '../json/fields.js';
import { refOf } from '../record-ref.js';
import { severityOf } from '../alert/severity.js';
import { hostOf, processAt, userOf } from './ecs-document.js';

/** An alert of any SIEM that writes ECS, also Elastic's own (`kibana.alert.*`). */
export function ecsAlert(
  d: JsonObject,
  record: RawRecord,
  atUs: number,
  observedAtUs: number | null,
): EventOf<'alert'> {
  const user = userOf(d, 'user');
  const name =
    textAt(d, 'rule.name') ??
    textAt(d, 'kibana.alert.rule.name') ??
    textAt(d, 'message') ??
    textAt(d, 'event.action') ??
    'alert';
  return {
    id: record.id,
    atUs,
    observedAtUs,
    clock: null,
    dataset: textAt(d, 'event.dataset') ?? textAt(d, 'event.module') ?? 'alert',
    record: refOf(record),
    kind: 'alert',
    rule:
      textAt(d, 'rule.id') ??
      textAt(d, 'rule.uuid') ??
      textAt(d, 'kibana.alert.rule.uuid') ??
      textAt(d, 'event.code') ??
      name,
    name,
    severity: severityOf(
      at(d, 'event.severity') ?? at(d, 'kibana.alert.risk_score') ?? at(d, 'kibana.alert.severity'),
      100,
    ),
    host: hostOf(d),
    service: textAt(d, 'service.name'),
    sourceIp: textAt(d, 'source.ip') ?? textAt(d, 'client.ip'),
    destinationIp: textAt(d, 'destination.ip') ?? textAt(d, 'server.ip'),
    user,
    process: processAt(d, 'process', user),
    httpStatus: numberAt(d, 'http.response.status_code'),
    count: Math.max(1, numberAt(d, 'event.count') ?? numberAt(d, 'kibana.alert.threshold_result.count') ?? 1),
    message: textAt(d, 'message'),
  };
}
