import type { TextDecoder } from 'node:util';
import { gunzipChunks, TruncatedGzipError } from './gunzip-chunks.js';
import { LineCutter } from './line-cutter.js';
import { isGzip, storedChunks } from './stored-chunks.js';
import { textDecoderFor } from './text-decoder.js';
import { problemOf } from './walk-sources.js';

export interface LineReadOptions {
  /** Of a longer line this much is handed over, plus one character that tells that it was longer. */
  readonly lineCharsMax: number;
  /** A gzip that grows beyond both is a bomb. Defaults 200 and 1 GiB. */
  readonly bombRatio?: number;
  readonly bombBytes?: number;
  readonly signal?: AbortSignal;
}

/** How far the lines go: all of them, or up to where the source could not be read on. */
export interface LinesRead {
  readonly state: 'read' | 'truncated' | 'bomb' | 'unreadable';
  readonly lines: number;
  readonly bytesRead: number;
  /** For people; null where all was read. */
  readonly problem: string | null;
}

/**
 * Every line of a source, blank ones included, without its line break: of the file at a path, or of bytes that come from elsewhere. Plain or
 * gzip; UTF-8, or UTF-16 with its mark, as a shell of Windows redirects. Memory is bounded by the longest line that is kept. Rejects only
 * when the signal is aborted or `onLine` throws.
 */
export async function readLines(
  source: string | AsyncIterable<Buffer>,
  options: LineReadOptions,
  onLine: (text: string, lineNumber: number) => void,
): Promise<LinesRead> {
  const cutter = new LineCutter(options.lineCharsMax, onLine);
  const counts = { stored: 0, bytes: 0 };
  const ended = (state: LinesRead['state'], problem: string | null): LinesRead => {
    cutter.end();
    return { state, lines: cutter.lines, bytesRead: counts.bytes, problem };
  };
  try {
    const stored = typeof source === 'string' ? storedChunks(source, options.signal) : source;
    let decoder: TextDecoder | null = null;
    for await (const chunk of plainChunks(stored, counts)) {
      counts.bytes += chunk.length;
      if (isBomb(counts, options))
        return ended('bomb', 'it grows far beyond what is stored; the rest was not read');
      decoder ??= textDecoderFor(chunk);
      cutter.push(decoder.decode(chunk, { stream: true }));
      options.signal?.throwIfAborted();
    }
    cutter.push(decoder?.decode() ?? '');
    return ended('read', null);
  } catch (error) {
    if (error instanceof TruncatedGzipError)
      return ended('truncated', 'the gzip stream is cut off or damaged; what came before was read');
    if (!isSystemError(error)) throw error;
    return ended('unreadable', problemOf(error));
  }
}

interface Counts {
  stored: number;
  bytes: number;
}

async function* plainChunks(stored: AsyncIterable<Buffer>, counts: Counts): AsyncGenerator<Buffer> {
  const chunks = counted(stored, counts);
  const first = await chunks.next();
  if (first.done === true) return;
  const all = startingWith(first.value, chunks);
  yield* isGzip(first.value) ? gunzipChunks(all) : all;
}

async function* counted(stored: AsyncIterable<Buffer>, counts: Counts): AsyncGenerator<Buffer> {
  for await (const chunk of stored) {
    counts.stored += chunk.length;
    if (chunk.length > 0) yield chunk;
  }
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

const standardBombBytes = 1 << 30;

function isBomb({ stored, bytes }: Counts, options: LineReadOptions): boolean {
  return bytes > (options.bombBytes ?? standardBombBytes) && bytes > (options.bombRatio ?? 200) * stored;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
