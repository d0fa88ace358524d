import type { Event, JsonObject, RawRecord } from '@faultline/model';
import { eventBase } from '../fields/event-base.js';
import { noTime } from '../fields/failures.js';
import { maskedTextOf, tokenFreeIdOf } from '../fields/secret-text.js';
import { at, numberAt, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { millisecondsToUs } from '../time/epoch.js';

/** Events behind which an access token exists (org.keycloak.events.EventType). LOGIN is one only when it names the token: a password grant. */
const issuingTypes: ReadonlySet<string> = new Set([
  'CODE_TO_TOKEN',
  'REFRESH_TOKEN',
  'CLIENT_LOGIN',
  'TOKEN_EXCHANGE',
  'PERMISSION_TOKEN',
  'OAUTH2_DEVICE_CODE_TO_TOKEN',
  'OAUTH2_EXTENSION_GRANT',
  'AUTHREQID_TO_TOKEN',
]);

/**
 * Keycloak user events: the issuance ledger. An event that issues a token becomes `token.issue`, with `jti` from `details.token_id` or null
 * where this Keycloak does not name its tokens, so that the ledger's completeness can be measured. Everything else is `auth.event`.
 */
export const keycloakEvent: SourceNormaliser = {
  name: 'keycloak-event',
  kind: 'auth',
  mappedFields: [
    'time',
    'type',
    'realmId',
    'realmName',
    'clientId',
    'userId',
    'sessionId',
    'ipAddress',
    'error',
    'details.token_id',
  ],
  recognises(document) {
    return (
      typeof document['type'] === 'string' &&
      'time' in document &&
      ('realmId' in document || 'realmName' in document)
    );
  },
  normalise(document, record) {
    const atUs = millisecondsToUs(numberAt(document, 'time') ?? Number.NaN);
    if (atUs === null) return noTime('A Keycloak event', '`time` must be the epoch in milliseconds');
    return [eventOf(document, record, atUs)];
  },
};

function eventOf(document: JsonObject, record: RawRecord, atUs: number): Event {
  const type = textOf(document['type']) ?? 'UNKNOWN';
  const error = maskedTextOf(document['error']);
  const jti = tokenFreeIdOf(at(document, 'details.token_id'));
  const who = {
    ...eventBase(record, 'keycloak.event', atUs),
    type,
    realm: textOf(document['realmName']) ?? textOf(document['realmId']),
    clientId: tokenFreeIdOf(document['clientId']),
    userId: tokenFreeIdOf(document['userId']),
    sessionId: tokenFreeIdOf(document['sessionId']),
    sourceIp: textOf(document['ipAddress']),
  };
  const issues = error === null && (issuingTypes.has(type) || (type === 'LOGIN' && jti !== null));
  return issues ? { ...who, kind: 'token.issue', jti } : { ...who, kind: 'auth.event', error };
}
