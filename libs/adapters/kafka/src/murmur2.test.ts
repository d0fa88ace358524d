import { Partitioners } from 'kafkajs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { murmur2, partitionOf } from './murmur2.js';

// org.apache.kafka.common.utils.UtilsTest#testMurmur2
const vectors: readonly (readonly [string, number])[] = [
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
];

describe('murmur2', () => {
  it.each(vectors)("gives Kafka's own result for %s", (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });

  it('chooses the partition that the default partitioner of the driver chooses', () => {
    const partitionMetadata = Array.from({ length: 7 }, (_, partitionId) => ({
      partitionId,
      partitionErrorCode: 0,
      leader: 1,
      replicas: [1],
      isr: [1],
    }));
    const theirs = Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const key = Buffer.from(bytes);
        const message = { key, value: null };
        expect(partitionOf(key, 7)).toBe(theirs({ topic: 't', partitionMetadata, message }));
      }),
    );
  });
});
