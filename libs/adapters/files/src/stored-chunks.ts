import { open } from 'node:fs/promises';

/** Large enough that the cost per read vanishes, small enough that a 2 GB file stays in a few MB. */
const chunkBytes = 1024 * 1024;

/**
 * The bytes of a file as they are stored. Reads one chunk ahead, so that the disk works while the chunk before is looked at. Three buffers
 * take turns, since fresh memory costs more than reading: a chunk is good until the next but one is asked for.
 */
export async function* storedChunks(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffers: Buffer[] = [];
    let reads = 0;
    const read = async (): Promise<Buffer> => {
      const buffer = (buffers[reads++ % 3] ??= Buffer.allocUnsafeSlow(chunkBytes));
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
      return buffer.subarray(0, bytesRead);
    };
    let next = read();
    for (;;) {
      const chunk = await next;
      signal?.throwIfAborted();
      if (chunk.length === 0) return;
      next = read();
      // An early return of the consumer must not leave this promise to fail unheard.
      next.catch(() => undefined);
      yield chunk;
    }
  } finally {
    await file.close();
  }
}

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}
