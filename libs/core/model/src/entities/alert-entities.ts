import type { EventOf } from '../event.js';
import type { NamedEntity } from '../link-draft.js';
import { serviceEntity } from './delivery-entities.js';
import { hostEntity, ipEntity, processEntity } from './host-entities.js';

/** What an alert is about: the most specific thing that it names. */
export function alertPlace(alert: EventOf<'alert'>): NamedEntity | null {
  if (alert.process !== null && alert.host !== null) return processEntity(alert.host, alert.process);
  if (alert.service !== null) return serviceEntity(alert.service);
  if (alert.host !== null) return hostEntity(alert.host);
  const ip = alert.destinationIp ?? alert.sourceIp;
  return ip === null ? null : ipEntity(ip);
}

/** A rule at a place: however often it fires there, it is one thing to explain. */
export function alertEntity(alert: EventOf<'alert'>): NamedEntity {
  const place = alertPlace(alert);
  return {
    kind: 'alert',
    key: `${alert.rule}@${place === null ? '' : place.key}`,
    label: place === null ? alert.name : `${alert.name} @ ${place.label}`,
  };
}
