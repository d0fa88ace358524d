import { endOfLine, endOfQuoted, endOfRun, quoteAt, skipBlanks } from './mask-secrets-scan.js';

/** Only these parts are blind to case: base64 is not, and a flag would hold for the whole expression. */
const anyCase = (source: string): string =>
  source.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

// Names of secrets, however they are joined and capitalised and whatever stands before them: `password`, `newPassword`, `X-Api-Key`.
const certainName = anyCase(
  [
    'pass(?:word|wd|phrase)|pwd|authorization|cookie|api[_-]?key|client[_-]?secret',
    'secret[_-]?(?:access[_-]?)?key|private[_-]?key|account[_-]?key|shared[_-]?access[_-]?key',
    '(?:session|access|refresh|auth|security|api|private|job|deploy)[_-]?token',
  ].join('|'),
);
// Names that prose has too, as in `invalid_token: expired`: without quotes or `=` the value has to look like a secret.
const looseName = anyCase('token|secret');
// What is a secret in URLs only.
const queryName = anyCase(
  'sig|signature|x-(?:amz|goog)-signature|jwt|auth|code|(?:client_)?assertion|samlresponse',
);
const name = `(?<name>${certainName}|${looseName}|(?<=[?&]|&amp;)(?:${queryName}))`;
// Between a name and its value, with the quote that ends the name: of JSON, of JSON within JSON, of JSON within CSV.
const between = String.raw`(?<quote>\\{0,7}(?:""?|')|%22)?[ \t]*(?<separator>=>|[:=]|%3[ADad])[ \t]*`;
// RFC 7519 §3: the header of a JWT is a base64url JSON object, so it starts with `eyJ`. A run without a point is no token, but matches all
// the same: were it no match, each `eyJ` within a long run would scan the rest again.
const jwt = String.raw`(?<jwt>eyJ[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){0,4})`;
const bearer = String.raw`\b${anyCase('bearer')}(?:[ \t]+|%20|\+)(?=[A-Za-z0-9._~+/=-]{8})`;
// By these GitHub, GitLab, Slack, npm, PyPI, Google, Stripe and Vault mark secrets. `AKIA` and `ASIA` mark identifiers, which stay.
const prefix = String.raw`(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|oas|soat|ft|imt|agent)-|xox[abeoprs]-|xapp-|npm_|pypi-|AIza|[sr]k_live_|hv[sbr]\.)(?=[A-Za-z0-9_-]{16})`;
// RFC 3986 §3.2.1. Stands between `://` and the next `/`, so no character is looked at for two of them.
const userInfo = String.raw`:\/\/(?<user>[^\s/:@?#"'\\]*)(?<password>:[^\s/?#"'\\]*)?@`;
const mark = new RegExp(`${jwt}|(?<opaque>${bearer}|${prefix})|${userInfo}|${name}${between}`, 'g');
const opaqueRun = /[A-Za-z0-9._~+/=-]*/y;

// Every match holds one of these. Most texts hold none, and a search for plain words is several times as fast as the expression.
const stems = [
  'key',
  'token',
  'pass',
  'secret',
  '?',
  '&',
  '@',
  'eyj',
  'cookie',
  'authorization',
  'pwd',
  'bearer',
];
const prefixed = new RegExp(prefix);

function mayHoldSecret(text: string): boolean {
  const lower = text.toLowerCase();
  return stems.some((stem) => lower.includes(stem)) || prefixed.test(text);
}

/** From where to where a secret stands, and what stands there instead. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly mask: string;
}

/**
 * Replaces anything shaped like a bearer token or a named secret. Every excerpt, raw view, log line and report passes through here.
 * JSON stays JSON, and what is masked already stays as it is. Linear in the length of the text: one pass from left to right, which goes on
 * behind each value that it looked at.
 */
export function maskSecrets(text: string): string {
  if (!mayHoldSecret(text)) return text;
  let masked = '';
  let done = 0;
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const cut = cutAt(text, match);
    if (cut === null) continue;
    masked += text.slice(done, cut.start) + cut.mask;
    done = cut.end;
    mark.lastIndex = Math.max(mark.lastIndex, done);
  }
  return done === 0 ? text : masked + text.slice(done);
}

function cutAt(text: string, match: RegExpExecArray): Cut | null {
  const { index, groups = {} } = match;
  const end = index + match[0].length;
  if (groups['jwt'] !== undefined) return isJwt(match[0]) ? cutOf(index, end, '[masked token]') : null;
  if (groups['opaque'] !== undefined) {
    opaqueRun.lastIndex = end;
    return cutOf(end, end + (opaqueRun.exec(text)?.[0].length ?? 0));
  }
  if (groups['user'] !== undefined) return cutOfUserInfo(end - 1, groups['user'], groups['password'] ?? '');
  return cutOfValue(text, end, {
    name: (groups['name'] ?? '').toLowerCase(),
    quote: groups['quote'] ?? '',
    assigned: groups['separator'] !== ':',
    spaced: /[ \t]$/.test(match[0]),
  });
}

function cutOf(start: number, end: number, mask = '[masked]'): Cut {
  return { start, end, mask };
}

function isJwt(run: string): boolean {
  return run.startsWith('eyJ') && run.includes('.');
}

/** A user this long without a password is no name: so tokens are handed to `git clone`. */
const userTokenMin = 20;

function cutOfUserInfo(at: number, user: string, password: string): Cut | null {
  if (password.length > 1) return cutOf(at - password.length + 1, at);
  return user.length >= userTokenMin && looksRandom(user)
    ? cutOf(at - password.length - user.length, at - password.length)
    : null;
}

interface Named {
  readonly name: string;
  /** That ends the name; empty where the name is bare. */
  readonly quote: string;
  /** By anything but a colon, which prose has too. */
  readonly assigned: boolean;
  /** A blank stands before the value; identifiers such as `token:4f6a` have none. */
  readonly spaced: boolean;
}

function cutOfValue(text: string, start: number, named: Named): Cut | null {
  const quote = quoteAt(text, start, named.quote);
  if (quote === null) return cutOfBareValue(text, start, named);
  const from = start + quote.length;
  const end = endOfQuoted(text, from, quote);
  return end === from || isHarmless(named.name, text.slice(from, end)) ? null : cutOf(from, end);
}

function cutOfBareValue(text: string, start: number, named: Named): Cut | null {
  const end = endOfRun(text, start);
  const value = text.slice(start, end);
  if (named.name === 'authorization') return cutOfAuthorization(text, start, end);
  if (named.name === 'cookie' && !named.assigned && value.includes('='))
    return cutOf(start, endOfLine(text, start));
  if (isHarmless(named.name, value) || !isBareSecret(value, named)) return null;
  // A number of a JSON document has no quotes, and the mask needs them; percent-encoded text is no JSON.
  const quote = /^-?\d/.test(value) && named.quote !== '%22' ? named.quote : '';
  return cutOf(start, end, `${quote}[masked]${quote}`);
}

/** A list or an object is neither a secret nor to be broken. */
const opensJson = /^[{[(](?!masked)/;
const shortNumber = /^-?\d{1,5}$/;
const looseOnly = new RegExp(`^(?:${looseName})$`);

function isBareSecret(value: string, { name, quote, assigned, spaced }: Named): boolean {
  if (value === '' || opensJson.test(value) || shortNumber.test(value)) return false;
  if (assigned) return true;
  return quote === '' && looseOnly.test(name) ? spaced && looksRandom(value) : value.length >= 4;
}

/** No word of prose. */
function looksRandom(value: string): boolean {
  return value.length >= 8 && /\d/.test(value);
}

/** Schemes of RFC 9110 §11 and of vendors that one word follows, and those that a list follows. */
const wordScheme = /^(?:basic|bearer|token|api-?key|key|negotiate|ntlm|dpop|ssws|splunk)$/i;
const listScheme = /^(?:digest|hawk|oauth|signature|aws4-[a-z0-9-]+|aws|sharedkey)$/i;

function cutOfAuthorization(text: string, start: number, end: number): Cut | null {
  const scheme = text.slice(start, end);
  const next = skipBlanks(text, end);
  const credentialsEnd = listScheme.test(scheme) ? endOfLine(text, next) : endOfRun(text, next);
  const credentials = text.slice(next, credentialsEnd);
  if (next > end && credentials !== '' && announces(scheme, credentials))
    return cutOf(start, credentialsEnd, `[masked] ${isJwt(credentials) ? '[masked token]' : '[masked]'}`);
  return scheme.length < 6 || opensJson.test(scheme) || isHarmless('authorization', scheme)
    ? null
    : cutOf(start, end);
}

function announces(scheme: string, credentials: string): boolean {
  if (wordScheme.test(scheme) || listScheme.test(scheme)) return true;
  return /^[a-z-]+$/i.test(scheme) && looksRandom(credentials);
}

const trivial = /^(?:true|false|null|nil|none|undefined|yes|no|on|off|\*+)$/i;
/** `${{ secrets.NAME }}`, `$(cat file)`, `$NAME`: where a secret is, not what it is. */
const reference = /^\$(?:[{(]|[A-Z_][A-Z0-9_]*$)/;
/** `PWD` is the working directory. */
const path = /^(?:[/~.]|[A-Za-z]:[\\/])/;

/** What stands behind the name of a secret without being one. */
function isHarmless(name: string, value: string): boolean {
  return trivial.test(value) || reference.test(value) || (name === 'pwd' && path.test(value));
}

/** First `limit` characters, masked. Masks before it cuts, so that a token at the edge does not survive as a half. */
export function excerptOf(text: string, limit = 200): string {
  // 4 KiB is enough context for any token that starts inside the excerpt.
  const masked = maskSecrets(text.slice(0, limit + 4096));
  return masked.length > limit ? `${masked.slice(0, limit)}…` : masked;
}
