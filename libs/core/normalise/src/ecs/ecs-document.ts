import type { JsonObject, ProcessRef } from '@faultline/model';
import { at, numberAt, textAt } from '../json/fields.js';
import { timeToUs } from '../time/parse-time.js';

/** `event.kind`: `signal` is what Elastic's detection engine writes for its own alerts. */
export function isAlert(d: JsonObject): boolean {
  const kind = textAt(d, 'event.kind');
  return kind === 'alert' || kind === 'signal';
}

export function hasEcsEvent(d: JsonObject): boolean {
  return (
    at(d, 'event.kind') !== undefined ||
    at(d, 'event.category') !== undefined ||
    at(d, 'event.action') !== undefined ||
    at(d, 'event.dataset') !== undefined
  );
}

export function hostOf(d: JsonObject): string | null {
  return textAt(d, 'host.name') ?? textAt(d, 'host.hostname') ?? textAt(d, 'agent.hostname');
}

export function userOf(d: JsonObject, prefix: string): string | null {
  const name = textAt(d, `${prefix}.name`);
  const domain = textAt(d, `${prefix}.domain`);
  return name === null ? textAt(d, `${prefix}.id`) : domain === null ? name : `${domain}\\${name}`;
}

/** `process` or `process.parent`; null when the record names none. Key as for Windows: entity id, else pid and start time. */
export function processAt(d: JsonObject, prefix: string, user: string | null): ProcessRef | null {
  const pid = numberAt(d, `${prefix}.pid`);
  const entityId = textAt(d, `${prefix}.entity_id`);
  const image = textAt(d, `${prefix}.executable`) ?? textAt(d, `${prefix}.name`);
  if (pid === null && entityId === null && image === null) return null;
  const startUs = timeToUs(at(d, `${prefix}.start`) ?? undefined);
  return { key: entityId ?? `${pid ?? '?'}@${startUs ?? ''}`, pid, image, user };
}
