import { createHash, type Hash } from 'node:crypto';
import type { RejectionCode } from '@faultline/model';
import { DocumentSplitter } from './document-splitter.js';
import { gunzipChunks, TruncatedGzipError } from './gunzip-chunks.js';
import { LineSplitter } from './line-splitter.js';
import { CountingSink, type RecordSplitter } from './record-sink.js';
import { sniffBytes, sniffSource } from './sniff-source.js';
import type { ReadOptions, SourceHandlers, SourceState, SourceSummary } from './source-summary.js';
import { isGzip, storedChunks } from './stored-chunks.js';
import { problemOf } from './walk-sources.js';

const mebibyte = 1024 * 1024;
const defaults: Required<ReadOptions> = {
  recordBytesMax: 16 * mebibyte,
  documentBytesMax: 64 * mebibyte,
  bombRatio: 200,
  bombBytes: 1024 * mebibyte,
  decompressedBytesMax: Number.POSITIVE_INFINITY,
};

interface Stored {
  readonly hash: Hash;
  bytes: number;
}

/**
 * Reads one source from start to end: the file at `path`, or the bytes of `stored` under that name. Never throws for what is in it: a bad
 * source ends with one rejection and a summary.
 */
export async function readSource(
  path: string,
  options: ReadOptions,
  handlers: SourceHandlers,
  onStored: (bytes: number) => void,
  signal?: AbortSignal,
  storedBytes: AsyncGenerator<Buffer> = storedChunks(path, signal),
): Promise<SourceSummary> {
  const bounds = { ...defaults, ...options };
  const sink = new CountingSink(path, handlers.record, handlers.rejected);
  const stored: Stored = { hash: createHash('sha256'), bytes: 0 };
  let gzip = false;
  let bytesRead = 0;
  const summary = (state: SourceState): SourceSummary => ({
    path,
    state,
    gzip,
    bytesStored: stored.bytes,
    bytesRead,
    records: sink.records,
    rejected: sink.rejections,
    sha256: state === 'unreadable' ? null : stored.hash.digest('hex'),
  });
  const chunks = counted(storedBytes, stored, onStored);
  let splitter: RecordSplitter | null = null;
  /** What cannot be read is one rejection, the record that it cuts included. */
  const rejectRest = (code: RejectionCode, reason: string): void => {
    const rest = splitter?.remainder() ?? { offset: 0, length: bytesRead, line: 1, head: '' };
    sink.reject(code, reason, rest, rest.head);
  };
  try {
    const first = await chunks.next();
    if (first.done === true) return summary('empty');
    gzip = isGzip(first.value);
    const all = startingWith(first.value, chunks);
    let head: Buffer | null = null;
    for await (const chunk of gzip ? gunzipChunks(all) : all) {
      bytesRead += chunk.length;
      if (
        bytesRead > bounds.decompressedBytesMax ||
        (gzip && bytesRead > bounds.bombBytes && bytesRead > bounds.bombRatio * stored.bytes)
      ) {
        rejectRest(
          'FL_SOURCE_BOMB',
          `The source grows to more than ${bytesRead} bytes from ${stored.bytes}; the rest was not read.`,
        );
        return await hashed('bomb');
      }
      if (splitter !== null) {
        splitter.push(chunk);
        await handlers.settled?.();
        continue;
      }
      head = head === null ? chunk : Buffer.concat([head, chunk]);
      if (head.length < sniffBytes) continue;
      const decided = splitterFor(head, sink, bounds);
      if (typeof decided === 'string') return await binary(decided);
      splitter = decided;
      head = null;
    }
    if (splitter === null && head !== null) {
      const decided = splitterFor(head, sink, bounds);
      if (typeof decided === 'string') return await binary(decided);
      splitter = decided;
    }
    splitter?.end();
    return summary(bytesRead === 0 ? 'empty' : 'read');
  } catch (error) {
    if (error instanceof TruncatedGzipError) {
      rejectRest(
        'FL_SOURCE_TRUNCATED',
        'The gzip stream is cut off or damaged here; what came before was read.',
      );
      return await hashed('truncated');
    }
    if (!isSystemError(error)) throw error;
    rejectRest('FL_SOURCE_UNREADABLE', `The file cannot be read: ${problemOf(error)}.`);
    return summary('unreadable');
  } finally {
    await chunks.return(undefined);
  }

  async function binary(reason: string): Promise<SourceSummary> {
    sink.reject('FL_RECORD_BINARY', reason, { offset: 0, length: bytesRead, line: 1 });
    return hashed('binary');
  }

  /** Nothing more to split, but the hash still covers all of the input. */
  async function hashed(state: SourceState): Promise<SourceSummary> {
    for await (const _ of chunks);
    return summary(state);
  }
}

/** The splitter, fed with the head, or why there is nothing to split. */
function splitterFor(
  head: Buffer,
  sink: CountingSink,
  bounds: Required<ReadOptions>,
): RecordSplitter | string {
  const sniffed = sniffSource(head);
  if (sniffed.form === 'binary') return sniffed.reason;
  const splitter =
    sniffed.form === 'lines'
      ? new LineSplitter(sink, bounds.recordBytesMax, sniffed.skip)
      : new DocumentSplitter(sink, bounds.documentBytesMax, sniffed.skip, sniffed.wrapperBytes);
  splitter.push(sniffed.skip === 0 ? head : head.subarray(sniffed.skip));
  return splitter;
}

async function* counted(
  chunks: AsyncGenerator<Buffer>,
  stored: Stored,
  onStored: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    stored.hash.update(chunk);
    stored.bytes += chunk.length;
    yield chunk;
    onStored(chunk.length);
  }
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (;;) {
    // Not `for await`: leaving that would close the rest, which a binary source still needs for its hash.
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
