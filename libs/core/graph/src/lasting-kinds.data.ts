/**
 * Kinds of what is still there when the activity is over, and must be looked at or put right. A process, a connection or a token is how the
 * way went on; an address or a session ends by itself.
 */
export const lastingKinds: ReadonlySet<string> = new Set([
  'host',
  'file',
  'registry-value',
  'user',
  'issuer',
  'signing-key',
  'commit',
  'repository',
  'pipeline',
  'runner',
  'artifact',
  'deployment',
  'service',
  'row',
  'table',
  'column',
  'cloud-instance',
  'cloud-role',
  'access-key',
  'cloud-resource',
  'package',
  'rule-set',
  'code-site',
  'defect',
]);
