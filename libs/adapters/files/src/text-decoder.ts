import { TextDecoder } from 'node:util';
/**
 * The decoder that the first bytes ask for: UTF-16 where its mark stands or every other byte of the start is zero, else UTF-8. Bad bytes
 * become U+FFFD, a mark at the start is dropped.
 */
export function textDecoderFor(head: Buffer): TextDecoder {
  const [first = 0, second = 0] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder(looksLittleEndian(head) ? 'utf-16le' : 'utf-8');
}

const lookedAtBytes = 64;

/** A rotated log may start with zeros alone, which is no UTF-16. */
function looksLittleEndian(head: Buffer): boolean {
  const start = head.subarray(0, lookedAtBytes);
  return start.length >= 8 && start.every((byte, index) => (byte === 0) === (index % 2 === 1));
}
