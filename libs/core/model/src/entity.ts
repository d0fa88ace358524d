import { z } from 'zod';

/** What a causal graph is about. Terms: ECS, CDEvents, SLSA, JOSE (RFC 7515-7519), AWS for `cloud-*`. */
export const entityKinds = [
  'host',
  'process',
  'file',
  'registry-value',
  'pipe',
  'ip',
  'url',
  'domain',
  'flow',
  'user',
  'session',
  'issuer',
  'signing-key',
  'token',
  'token-group',
  'request',
  'request-group',
  'commit',
  'repository',
  'pipeline',
  'build',
  'build-job',
  'build-step',
  'runner',
  'artifact',
  'deployment',
  'service',
  'database-transaction',
  'row',
  'table',
  'column',
  'cloud-instance',
  'cloud-role',
  'access-key',
  'cloud-resource',
  'alert',
  'change',
  'package',
  'rule-set',
  'crash',
  'goroutine',
  'code-site',
  'defect',
] as const;

/** A node of a causal graph. Kinds from `faultline.link/1` input may be any word, so the type stays open. */
export interface EntityRef {
  readonly kind: string;
  readonly key: string;
}

export const entitySchema = z
  .object({
    id: z
      .string()
      .describe('deterministic: `kind:` and the first 24 hex digits of SHA-256 over kind and key'),
    kind: z.string(),
    key: z.string(),
    label: z.string().describe('short name for people'),
  })
  .describe('an entity of the causal graph');
export type Entity = z.infer<typeof entitySchema>;
