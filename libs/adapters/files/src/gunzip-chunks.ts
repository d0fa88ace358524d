import { createGunzip } from 'node:zlib';

/** The stored bytes stop in the middle, or are damaged from here on. What came before is good. */
export class TruncatedGzipError extends Error {
  override readonly name = 'TruncatedGzipError';
}

const chunkBytes = 256 * 1024;
/** Decompressed chunks that may wait: the decompressor's thread works ahead, memory stays bounded. */
const waitingMax = 8;

/**
 * Decompresses gzip of any number of members. A stream's own iterator drops what it holds when an error comes, so the chunks go through a
 * queue here and the error comes after them.
 */
export async function* gunzipChunks(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  const waiting: Buffer[] = [];
  let failure: Error | null = null;
  let ended = false;
  let wake = (): void => undefined;
  gunzip.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    if (waiting.length >= waitingMax) gunzip.pause();
    wake();
  });
  gunzip.on('end', () => {
    ended = true;
    wake();
  });
  gunzip.on('error', (error) => {
    failure ??= new TruncatedGzipError('The gzip stream is cut off or damaged.', { cause: error });
    wake();
  });
  const feeding = feed(stored, gunzip).catch((error: unknown) => {
    failure ??= error instanceof Error ? error : new Error(String(error));
    wake();
  });
  try {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk !== undefined) {
        if (gunzip.isPaused() && waiting.length < waitingMax / 2) gunzip.resume();
        yield chunk;
      } else if (failure !== null) {
        throw failure as Error;
      } else if (ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** More than any stream takes before it asks its writer to wait. */
const shortBytes = 128 * 1024;

async function feed(stored: AsyncIterable<Buffer>, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  for await (const chunk of stored) {
    if (gunzip.destroyed) return;
    // A short chunk may wait in the stream for longer than its memory is good.
    if (!gunzip.write(chunk.length < shortBytes ? Buffer.from(chunk) : chunk)) {
      await new Promise<void>((resolve) => {
        // Both go again, or a long source collects thousands of them.
        const done = () => {
          gunzip.off('drain', done).off('close', done);
          resolve();
        };
        gunzip.on('drain', done).on('close', done);
      });
    }
  }
  gunzip.end();
}
