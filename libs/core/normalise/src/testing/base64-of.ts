const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The bytes of a text in UTF-8, by way of percent-encoding: core's tests have no `Buffer`. */
function utf8Of(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%(..)|(.)/g)].map(([, hex, letter = '']) =>
    hex === undefined ? letter.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

/** Base64 (RFC 4648 §4), the slow and plain way. */
export function base64Of(data: string | readonly number[]): string {
  const bits = (typeof data === 'string' ? utf8Of(data) : data)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const sextets = bits.match(/.{1,6}/g) ?? [];
  const text = sextets
    .map((sextet) => `${letters}+/`.charAt(Number.parseInt(sextet.padEnd(6, '0'), 2)))
    .join('');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** Base64 of the URL alphabet, without padding (RFC 4648 §5). */
export function base64UrlOf(data: string): string {
  return base64Of(data).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
