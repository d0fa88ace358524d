import { gzipSync } from 'node:zlib';
import kafkajs from 'kafkajs';
import { beforeAll, describe, expect, it } from 'vitest';
import { boundCodecs, CompressedBatchError, inflatedBytesMax } from './batch-codecs.js';

const { CompressionCodecs: codecs, CompressionTypes: types } = kafkajs;

async function inflated(bytes: Buffer): Promise<Buffer> {
  const codec: { decompress(bytes: Buffer): Promise<Buffer> } = codecs[types.GZIP]();
  return codec.decompress(bytes);
}

describe('codecs of the driver', () => {
  beforeAll(boundCodecs);

  it('inflate a gzip batch up to the bound', async () => {
    const bytes = Buffer.alloc(inflatedBytesMax);
    expect((await inflated(gzipSync(bytes))).length).toBe(inflatedBytesMax);
  });

  it('give up on a gzip batch one byte beyond the bound, and on a cut one', async () => {
    const bomb = gzipSync(Buffer.alloc(inflatedBytesMax + 1));
    await expect(inflated(bomb)).rejects.toBeInstanceOf(CompressedBatchError);
    await expect(inflated(gzipSync('hello').subarray(0, 12))).rejects.toBeInstanceOf(CompressedBatchError);
  });

  it('write gzip that can be read', async () => {
    const codec: { compress(encoder: { buffer: Buffer }): Promise<Buffer> } = codecs[types.GZIP]();
    expect(String(await inflated(await codec.compress({ buffer: Buffer.from('batch') })))).toBe('batch');
  });

  it('name the compression that cannot be read', () => {
    expect(codecs[types.Snappy]).toThrow('snappy');
    expect(codecs[types.LZ4]).toThrow('lz4');
    expect(codecs[types.ZSTD]).toThrow('zstd');
  });
});
