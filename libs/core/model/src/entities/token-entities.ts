import type { NamedEntity } from '../link-draft.js';

export function issuerEntity(iss: string): NamedEntity {
  return { kind: 'issuer', key: iss, label: `issuer ${iss.replace(/^https?:\/\//, '')}` };
}

export function signingKeyEntity(kid: string): NamedEntity {
  return {
    kind: 'signing-key',
    key: kid,
    label: `signing key ${kid.length > 16 ? `${kid.slice(0, 16)}…` : kid}`,
  };
}

/** What names a token without being one: its keyed HMAC, else its `jti`. */
export interface TokenName {
  readonly tokenHmac: string | null;
  readonly iss: string | null;
  readonly jti: string | null;
}

/** Null when the record names no token at all. */
export function tokenEntity(token: TokenName): NamedEntity | null {
  if (token.jti !== null) {
    // The jti joins to the issuance ledger; it is unique per issuer only (RFC 7519 §4.1.7).
    return { kind: 'token', key: `${token.iss ?? ''}#${token.jti}`, label: `token ${shorten(token.jti)}` };
  }
  if (token.tokenHmac === null) return null;
  return { kind: 'token', key: `hmac:${token.tokenHmac}`, label: `token ${shorten(token.tokenHmac)}` };
}

function shorten(text: string): string {
  return text.length > 14 ? `…${text.slice(-12)}` : text;
}

/** Host part of an issuer URL, lower case; null when it is no URL. */
export function issuerHost(iss: string): string | null {
  const match = /^https?:\/\/([^/:?#]+)/i.exec(iss);
  return match?.[1]?.toLowerCase() ?? null;
}
