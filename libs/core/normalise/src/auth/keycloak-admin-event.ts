import { eventBase } from '../fields/event-base.js';
import { noTime } from '../fields/failures.js';
import { numberAt, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { millisecondsToUs } from '../time/epoch.js';

/** Keycloak admin events: what an administrator changed. No rule reads them yet, so they are kept as `other`. */
export const keycloakAdminEvent: SourceNormaliser = {
  name: 'keycloak-admin-event',
  kind: 'auth',
  mappedFields: ['time', 'operationType', 'resourceType'],
  recognises(document) {
    return (
      typeof document['operationType'] === 'string' &&
      'time' in document &&
      ('resourceType' in document || 'resourcePath' in document)
    );
  },
  normalise(document, record) {
    const atUs = millisecondsToUs(numberAt(document, 'time') ?? Number.NaN);
    if (atUs === null) return noTime('A Keycloak admin event', '`time` must be the epoch in milliseconds');
    const operation = textOf(document['operationType']) ?? 'unknown';
    const resource = textOf(document['resourceType']) ?? 'resource';
    const action = `keycloak.admin.${operation}.${resource}`.toLowerCase();
    return [
      { ...eventBase(record, 'keycloak.admin', atUs), kind: 'other', action, host: null, service: null },
    ];
  },
};
