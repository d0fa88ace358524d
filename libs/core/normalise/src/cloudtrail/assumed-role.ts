import type { JsonObject } from '@faultline/model';
import { textAt } from '../json/fields.js';

export interface RoleSession {
  readonly roleArn: string | null;
  readonly sessionName: string | null;
}

/** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` → the role's own ARN and the session. The ARN drops a role's path, which is lost here. */
export function roleSessionOf(arn: string | null): RoleSession {
  const parts = arn?.split(':', 7) ?? [];
  const [, partition, service, , account, resource] = parts;
  const [type, role, session] = resource?.split('/', 3) ?? [];
  if (service !== 'sts' || type !== 'assumed-role' || role === undefined || account === undefined)
    return { roleArn: null, sessionName: null };
  return { roleArn: `arn:${partition ?? 'aws'}:iam::${account}:role/${role}`, sessionName: session ?? null };
}

/** Who stands behind a caller: the session's issuer when CloudTrail names it (with the role's path), else what the ARN says. */
export function callerRole(identity: JsonObject): RoleSession {
  const session = roleSessionOf(textAt(identity, 'arn'));
  const issuer =
    textAt(identity, 'sessionContext.sessionIssuer.type') === 'Role'
      ? textAt(identity, 'sessionContext.sessionIssuer.arn')
      : null;
  // principalId is `ROLE-ID:SESSION`.
  const principal = textAt(identity, 'principalId');
  const colon = principal?.indexOf(':') ?? -1;
  const isRole = issuer !== null || session.roleArn !== null;
  return {
    roleArn: issuer ?? session.roleArn,
    sessionName:
      session.sessionName ?? (isRole && principal !== null && colon > 0 ? principal.slice(colon + 1) : null),
  };
}
