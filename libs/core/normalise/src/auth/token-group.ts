import type { EventOf, JsonObject, JsonValue } from '@faultline/model';
import { maskedTextOf, tokenFreeIdOf, tokenFreeTextsOf } from '../fields/secret-text.js';
import { booleanOf, textOf } from '../json/fields.js';
import { secondsToUs } from '../time/epoch.js';

type Token = EventOf<'token.use'>['token'];

/** The fields of the group `token`, as Faultline extends ECS. */
export const tokenFields = [
  'token.iss',
  'token.kid',
  'token.alg',
  'token.typ',
  'token.jti',
  'token.iat',
  'token.nbf',
  'token.exp',
  'token.aud',
  'token.azp',
  'token.sub_hmac',
  'token.token_hmac',
  'token.header_keys',
  'token.claim_keys',
  'token.verified',
  'token.error',
] as const;

/** What a service saw of a token. Whoever forged the token wrote most of it, so every field may be of any type and size. */
export function readToken(group: JsonObject): Token {
  return {
    iss: tokenFreeIdOf(group['iss']),
    kid: tokenFreeIdOf(group['kid']),
    alg: textOf(group['alg']),
    typ: textOf(group['typ']),
    jti: tokenFreeIdOf(group['jti']),
    iatUs: numericDateUs(group['iat']),
    nbfUs: numericDateUs(group['nbf']),
    expUs: numericDateUs(group['exp']),
    aud: tokenFreeTextsOf(group['aud']),
    azp: tokenFreeIdOf(group['azp']),
    subHmac: tokenFreeIdOf(group['sub_hmac']),
    tokenHmac: tokenFreeIdOf(group['token_hmac']),
    headerKeys: tokenFreeTextsOf(group['header_keys']),
    claimKeys: tokenFreeTextsOf(group['claim_keys']),
    verified: booleanOf(group['verified']),
    error: maskedTextOf(group['error']),
  };
}

/** NumericDate (RFC 7519 §2): seconds. Text, negative, and absurd values such as 1e400 are null, not an error: forgers write them. */
function numericDateUs(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? secondsToUs(value) : null;
}
