import { unsupportedBinary } from './unsupported-binary.js';

/** A 64-bit word as a number. Addresses of user space and sizes of files stay far below 2^53; anything above is no program of ours. */
export function wordAt(buffer: Buffer, at: number): number {
  if (at < 0 || at + 8 > buffer.length) throw unsupportedBinary('a table ends within an entry');
  const word = Number(buffer.readBigUInt64LE(at));
  if (!Number.isSafeInteger(word)) throw unsupportedBinary('an address or a size is beyond 2^53');
  return word;
}

/** Null where the table ends before. */
export function u32At(buffer: Buffer, at: number): number | null {
  return at >= 0 && at + 4 <= buffer.length ? buffer.readUInt32LE(at) : null;
}

/** The text up to the next zero byte, at most `max` bytes; null outside the table. */
export function textAt(buffer: Buffer, at: number, max: number): string | null {
  if (at < 0 || at >= buffer.length) return null;
  const window = buffer.subarray(at, Math.min(buffer.length, at + max));
  const end = window.indexOf(0);
  return window.toString('utf8', 0, end < 0 ? window.length : end);
}
