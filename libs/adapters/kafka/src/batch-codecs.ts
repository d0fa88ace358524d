import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import kafkajs from 'kafkajs';

/**
 * What one batch may inflate to. A batch in a topic of ours has at most 17 MiB; in one that others compress it may hold some more. Deflate
 * packs zeros a thousand times, so without a bound 17 MiB become 17 GiB.
 */
export const inflatedBytesMax = 64 * 1024 * 1024;

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/** A batch that the driver cannot take apart, so that nothing behind it in its partition can be read either. */
export class CompressedBatchError extends kafkajs.KafkaJSNonRetriableError {
  override readonly name = 'KafkaJSCompressedBatchError';
}

/**
 * Teaches the driver (once for the process: it keeps its codecs there) a bound for gzip, and to say of the others what is wrong. The defence against compressed
 * batches is the topic: the broker unpacks them before they are stored (`topic-compression.ts`).
 */
export function boundCodecs(): void {
  const { CompressionCodecs: codecs, CompressionTypes: types } = kafkajs;
  codecs[types.GZIP] = () => ({ compress: ({ buffer }: { buffer: Buffer }) => deflate(buffer), decompress });
  codecs[types.Snappy] = () => refuse('snappy');
  codecs[types.LZ4] = () => refuse('lz4');
  codecs[types.ZSTD] = () => refuse('zstd');
}

async function decompress(bytes: Buffer): Promise<Buffer> {
  try {
    return await inflate(bytes, { maxOutputLength: inflatedBytesMax });
  } catch {
    throw new CompressedBatchError(
      `a gzip batch is damaged or inflates to more than ${inflatedBytesMax} bytes`,
    );
  }
}

function refuse(codec: string): never {
  throw new CompressedBatchError(`a batch is compressed with ${codec}, which cannot be read`);
}
