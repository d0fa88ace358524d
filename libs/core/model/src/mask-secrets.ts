// What a JWT looks like in any text (RFC 7519 §3: the header is a base64url JSON object, so it starts with `eyJ`), and an opaque value behind `Bearer`.
// Also matches a run without a point, which `maskJwt` gives back: were it no match, each `eyJ` within a long run would scan the rest again.
const jwt = /eyJ[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){0,4}/g;
const bearer = /\b(bearer)(\s+|%20|\+)[A-Za-z0-9._~+/=-]{8,}/gi;
const namedSecret =
  /((?:"|\b)(?:session_?token|secret_?access_?key|client_secret|refresh_token|access_token|id_token|password|api_key|authorization)"?\s*[:=]\s*"?)([^"\s,&}]{6,})/gi;

/**
 * Replaces anything shaped like a bearer token or a named secret. Every excerpt, raw view, log line and report passes through here.
 * Linear in the length of the text.
 */
export function maskSecrets(text: string): string {
  return text.replace(jwt, maskJwt).replace(bearer, '$1$2[masked]').replace(namedSecret, '$1[masked]');
}

/** A run of token characters without a point is base64 JSON, but no token. */
function maskJwt(run: string): string {
  return run.includes('.') ? '[masked token]' : run;
}

/** First `limit` characters, masked. Masks before it cuts, so that a token at the edge does not survive as a half. */
export function excerptOf(text: string, limit = 200): string {
  // 4 KiB is enough context for any token that starts inside the excerpt.
  const masked = maskSecrets(text.slice(0, limit + 4096));
  return masked.length > limit ? `${masked.slice(0, limit)}…` : masked;
}
