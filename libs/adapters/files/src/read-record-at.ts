import type { RecordRef } from '@faultline/model';
import { gunzipChunks } from './gunzip-chunks.js';
import { isGzip, storedChunks } from './stored-chunks.js';
import { open } from 'node:fs/promises';

/**
 * The raw bytes of a record again, from the file they were read from. Null when the file no longer holds that many. A plain file is read at
 * the place; a gzip is decompressed up to it. The caller compares the hash: the file may have changed since.
 */
export async function readRecordAt(ref: RecordRef): Promise<Buffer | null> {
  const file = await open(ref.path, 'r');
  try {
    const head = Buffer.alloc(2);
    await file.read(head, 0, 2, 0);
    if (isGzip(head)) return await readFromGzip(ref);
    const bytes = Buffer.alloc(ref.length);
    const { bytesRead } = await file.read(bytes, 0, ref.length, ref.offset);
    return bytesRead === ref.length ? bytes : null;
  } finally {
    await file.close();
  }
}

async function readFromGzip(ref: RecordRef): Promise<Buffer | null> {
  const end = ref.offset + ref.length;
  const parts: Buffer[] = [];
  let position = 0;
  for await (const chunk of gunzipChunks(storedChunks(ref.path))) {
    const next = position + chunk.length;
    if (next > ref.offset)
      parts.push(chunk.subarray(Math.max(0, ref.offset - position), Math.min(chunk.length, end - position)));
    position = next;
    if (position >= end) return Buffer.concat(parts);
  }
  return null;
}
