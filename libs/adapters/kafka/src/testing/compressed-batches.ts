import kafkajs, { type CompressionTypes as Compression, type Message } from 'kafkajs';
import { boundCodecs } from '../batch-codecs.js';
import type { TestKafka } from './test-kafka.js';

const { CompressionCodecs: codecs, CompressionTypes: types } = kafkajs;

/** Sends what a producer of another make would: a batch in one of Kafka's four compressions. Rejects with the error of the driver. */
export async function sendCompressed(
  { connection }: TestKafka,
  topic: string,
  compression: Compression,
  messages: readonly Message[],
): Promise<void> {
  const producer = connection.kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  try {
    codecs[types.Snappy] = () => writer(snappy);
    codecs[types.LZ4] = () => writer(lz4);
    codecs[types.ZSTD] = () => writer(zstd);
    await producer.send({ topic, compression, messages: [...messages] });
  } finally {
    boundCodecs();
    await producer.disconnect();
  }
}

function writer(stored: (bytes: Buffer) => Buffer) {
  return { compress: ({ buffer }: { buffer: Buffer }) => Promise.resolve(stored(buffer)) };
}

// Each format can hold bytes that are not made smaller. Small batches only: no block is split.

/** A varint of the length, then one literal with its length in two bytes (format_description.txt of snappy, 2.1). */
function snappy(bytes: Buffer): Buffer {
  const head = Buffer.from([(bytes.length & 0x7f) | 0x80, bytes.length >> 7, 61 << 2, 0, 0]);
  head.writeUInt16LE(bytes.length - 1, 3);
  return Buffer.concat([head, bytes]);
}

/** A frame of one uncompressed block of at most 64 KiB; 0x82 is the checksum of the descriptor (lz4_Frame_format.md). */
function lz4(bytes: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(0x8000_0000 + bytes.length);
  return Buffer.concat([Buffer.from('04224d18604082', 'hex'), size, bytes, Buffer.alloc(4)]);
}

/** A single-segment frame with its size in four bytes, and one raw block, the last (RFC 8878 §3.1.1). */
function zstd(bytes: Buffer): Buffer {
  const head = Buffer.from('28b52ffda000000000000000', 'hex');
  head.writeUInt32LE(bytes.length, 5);
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3);
  return Buffer.concat([head, bytes]);
}
