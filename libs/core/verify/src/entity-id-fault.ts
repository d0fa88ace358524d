import type { EntityRef, Sha256 } from '@faultline/model';
import { quoted } from './verification-report.js';

/** An id is `kind:` and the first 24 hex digits of SHA-256 over the JSON text `[kind,key]`. Null when it is right. */
export function entityIdFault(entity: EntityRef & { readonly id: string }, sha256: Sha256): string | null {
  const expected = `${entity.kind}:${sha256(JSON.stringify([entity.kind, entity.key])).slice(0, 24)}`;
  return entity.id === expected ? null : `the id ${quoted(entity.id)} does not follow from kind and key`;
}
