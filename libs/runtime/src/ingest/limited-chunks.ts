export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** The chunks, up to a number of bytes; then BodyTooLargeError. */
export async function* limitedTo(chunks: AsyncIterable<Buffer>, bytesMax: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      throw new BodyTooLargeError(
        `The body is longer than ${bytesMax} bytes; the records before that were accepted.`,
      );
    }
    yield chunk;
  }
}
