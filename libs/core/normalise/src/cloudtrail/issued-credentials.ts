import type { EventOf, JsonObject } from '@faultline/model';
import { textAt } from '../json/fields.js';
import { roleSessionOf } from './assumed-role.js';

type Issued = EventOf<'cloud.call'>['issued'];

/**
 * Credentials that a call handed out: AssumeRole*, GetSessionToken, GetFederationToken (temporary), CreateAccessKey (lasting). Only the key
 * id is read, never the secret or the session token.
 */
export function issuedCredentials(call: JsonObject): Issued {
  const temporary = textAt(call, 'responseElements.credentials.accessKeyId');
  if (temporary !== null) {
    const assumed = roleSessionOf(textAt(call, 'responseElements.assumedRoleUser.arn'));
    return {
      accessKeyId: temporary,
      roleArn: textAt(call, 'requestParameters.roleArn') ?? assumed.roleArn,
      sessionName:
        textAt(call, 'requestParameters.roleSessionName') ??
        assumed.sessionName ??
        textAt(call, 'requestParameters.name'),
    };
  }
  const lasting = textAt(call, 'responseElements.accessKey.accessKeyId');
  return lasting === null ? null : { accessKeyId: lasting, roleArn: null, sessionName: null };
}
