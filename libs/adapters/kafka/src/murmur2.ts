const seed = 0x9747b28c;
const mix = 0x5bd1e995;
const rotation = 24;

/**
 * The hash of Kafka's default partitioner (`org.apache.kafka.common.utils.Utils.murmur2`), as a signed 32-bit integer. `kafkajs` has it too, on 64-bit
 * objects; this one works on plain integers because it runs once per event.
 */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const whole = length & ~3;
  let hash = seed ^ length;
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(view.getInt32(at, true), mix);
    word = Math.imul(word ^ (word >>> rotation), mix);
    hash = Math.imul(hash, mix) ^ word;
  }
  if (whole < length) hash = Math.imul(hash ^ tail(bytes, whole), mix);
  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
}

function tail(bytes: Uint8Array, from: number): number {
  let word = 0;
  for (let at = bytes.length - 1; at >= from; at--) word = (word << 8) | (bytes[at] ?? 0);
  return word;
}

/** The partition that every producer with Kafka's default partitioner chooses for the key. */
export function partitionOf(key: Uint8Array, partitionCount: number): number {
  return (murmur2(key) & 0x7fffffff) % partitionCount;
}
