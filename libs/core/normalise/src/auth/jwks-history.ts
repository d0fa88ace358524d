import { isJsonObject, type EventOf, type JsonObject } from '@faultline/model';
import { eventBase } from '../fields/event-base.js';
import { badShape, noTime } from '../fields/failures.js';
import { objectsOf } from '../fields/objects.js';
import { tokenFreeIdOf } from '../fields/secret-text.js';
import { at, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { thumbprintText } from './jwk-thumbprint.js';

type Key = EventOf<'jwks.observed'>['keys'][number];

/** Issuers publish a handful; a set of thousands is an attack on whoever reads it. */
const keysMax = 1000;

/** Published key sets over time: which keys an issuer claimed as its own, and since when. Retired keys stay, to judge old tokens by. */
export const jwksHistory: SourceNormaliser = {
  name: 'jwks-history',
  kind: 'auth',
  mappedFields: ['observedAt', 'issuer', 'service', 'jwks.keys'],
  recognises(document) {
    return isJsonObject(document['jwks']) && 'issuer' in document;
  },
  normalise(document, record) {
    const atUs = timeToUs(document['observedAt']);
    if (atUs === null) return noTime('A key set', '`observedAt` must be an ISO 8601 time');
    const issuer = tokenFreeIdOf(document['issuer']);
    if (issuer === null) return badShape('A key set without an issuer', '`issuer` must be its URL');
    const keys = objectsOf(at(document, 'jwks.keys'), keysMax).map(readKey);
    const service = textOf(document['service']);
    return [{ ...eventBase(record, 'jwks', atUs, atUs), kind: 'jwks.observed', issuer, service, keys }];
  },
};

function readKey(jwk: JsonObject): Key {
  return {
    kid: tokenFreeIdOf(jwk['kid']),
    alg: textOf(jwk['alg']),
    kty: textOf(jwk['kty']) ?? 'unknown',
    thumbprint: thumbprintText(jwk),
  };
}
