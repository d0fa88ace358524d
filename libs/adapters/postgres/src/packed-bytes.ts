/** Many byte strings as one, with the place of each: one binary parameter instead of an array that must be escaped element by element. */
export interface PackedBytes {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

export function packBytes(parts: readonly Uint8Array[]): PackedBytes {
  const starts: number[] = [];
  let end = 0;
  for (const part of parts) {
    starts.push(end);
    end += part.length;
  }
  return { bytes: Buffer.concat(parts, end), starts, lengths: parts.map((part) => part.length) };
}

/** Splits a list so that no part exceeds the bounds: PostgreSQL takes at most 1 GB in one parameter, and a small part keeps the event loop free. */
export function* inParts<T>(
  items: readonly T[],
  countMax: number,
  bytesMax: number,
  sizeOf: (item: T) => number,
): Generator<readonly T[]> {
  let part: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (part.length > 0 && (part.length >= countMax || bytes + size > bytesMax)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(item);
    bytes += size;
  }
  if (part.length > 0) yield part;
}

/** PostgreSQL text cannot hold U+0000; an attacker's log can. It becomes U+FFFD where a text is kept for search. */
export function storable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
}
