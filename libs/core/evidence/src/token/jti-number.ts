const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The number that a `jti` writes: decimal, hexadecimal, UUID, ULID (Crockford base 32), a prefixed counter, else base64url. Null when none fits. */
export function jtiNumber(jti: string): bigint | null {
  if (jti.length === 0 || jti.length > 128) return null;
  if (/^[0-9]+$/.test(jti)) return BigInt(jti);
  const plain = jti.replaceAll('-', '');
  if (/^[0-9a-f]+$/i.test(plain)) return BigInt(`0x${plain}`);
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(jti)) return digits(jti, crockford, 32n);
  const counter = /[._:-]([0-9]+)$/.exec(jti);
  if (counter !== null) return BigInt(counter[1] ?? '0');
  const hexCounter = /[._:-]([0-9a-f]{4,})$/i.exec(jti);
  if (hexCounter !== null) return BigInt(`0x${hexCounter[1] ?? '0'}`);
  const trailing = /^[A-Za-z]+([0-9]{2,})$/.exec(jti);
  if (trailing !== null) return BigInt(trailing[1] ?? '0');
  return /^[\w-]+$/.test(jti) ? digits(jti, base64url, 64n) : null;
}

function digits(text: string, alphabet: string, radix: bigint): bigint {
  let value = 0n;
  for (const char of text) value = value * radix + BigInt(Math.max(0, alphabet.indexOf(char)));
  return value;
}
