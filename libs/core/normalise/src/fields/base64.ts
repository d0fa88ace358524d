// Both alphabets of RFC 4648 §4 and §5, since DSSE allows either; the second is the first with other signs for 62 and 63.
const alphabets = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
];
const values = new Map(
  alphabets.flatMap((alphabet) =>
    Array.from(alphabet, (letter, value) => [letter.charCodeAt(0), value] as const),
  ),
);

const replacement = '\uFFFD';

/** Base64 of UTF-8 text, with or without padding; null when it is not base64. Core has no `Buffer`, and provenance is short. */
export function textOfBase64(base64: string): string | null {
  const bytes = bytesOfBase64(base64);
  return bytes === null ? null : textOfUtf8(bytes);
}

function bytesOfBase64(base64: string): Uint8Array | null {
  let end = base64.length;
  while (end > 0 && base64.charCodeAt(end - 1) === 61 /* = */) end--;
  if (end % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let size = 0;
  let bits = 0;
  let bitCount = 0;
  for (let i = 0; i < end; i++) {
    const value = values.get(base64.charCodeAt(i));
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xff_ff;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[size++] = (bits >> bitCount) & 0xff;
    }
  }
  return bytes;
}

/** UTF-8 (RFC 3629) to text; what is not UTF-8 becomes U+FFFD, so that a signed statement stays readable around it. */
function textOfUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    const code = length === 1 ? lead : codePoint(bytes, i, length);
    parts.push(code === null ? replacement : String.fromCodePoint(code));
    i += code === null ? 1 : length;
  }
  return parts.join('');
}

function codePoint(bytes: Uint8Array, start: number, length: number): number | null {
  if (length === 0 || start + length > bytes.length) return null;
  let code = (bytes[start] ?? 0) & (0x7f >> length);
  for (let i = start + 1; i < start + length; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  return code <= 0x10_ff_ff ? code : null;
}
