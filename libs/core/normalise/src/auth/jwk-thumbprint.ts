import type { JsonObject } from '@faultline/model';
import { textOf } from '../json/fields.js';

/** Required members per key type, in the order of RFC 7638 §3.2 (and RFC 8037 §2 for OKP). All of them are public. */
const requiredMembers: ReadonlyMap<string, readonly string[]> = new Map([
  ['RSA', ['e', 'kty', 'n']],
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
]);

/**
 * The text that a thumbprint of RFC 7638 is the hash of. Core has no hash, and equal texts are equal keys, so the text itself is the
 * thumbprint. Null for a symmetric key, whose required member is the secret, and for a key that lacks a member.
 */
export function thumbprintText(jwk: JsonObject): string | null {
  const members = requiredMembers.get(textOf(jwk['kty']) ?? '');
  if (members === undefined) return null;
  const entries = members.map((name) => [name, textOf(jwk[name])] as const);
  return entries.every(([, value]) => value !== null) ? JSON.stringify(Object.fromEntries(entries)) : null;
}
