import { readStream, type SourceSummary } from '@faultline/adapter-files';
import type { InputKind, RawRecord, Rejected } from '@faultline/model';
import { createNormaliser, type EndedRecord, type Normalised } from '@faultline/normalise';
import type { Storage } from '@faultline/pipeline';
import type { ProblemCode } from '@faultline/platform';
import { headerId } from './header-id.js';
import { type IngestSummary, REJECTED_LISTED_MAX } from './ingest-summary.js';
import { RecordBatch } from './record-batch.js';
import { sha256 } from '../sha256.js';
import { BodyTooLargeError, limitedTo } from './limited-chunks.js';

export interface SourceToIngest {
  readonly path: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** Only normalisers of this kind are asked; null: found by content. */
  readonly kind: InputKind | null;
  readonly bytesMax: number;
}

/** What became of the source. `problem` tells why its rest could not be read; what came before is stored all the same. */
export interface IngestResult {
  readonly summary: IngestSummary;
  readonly problem: { readonly code: ProblemCode; readonly detail: string } | null;
}

/** Decompressed bytes of one source: thirty-two times the limit of what is sent, far above what logs reach. */
const DECOMPRESSED_FACTOR = 32;
/** A single record beyond this is rejected, so that one line cannot fill the memory. */
const RECORD_BYTES_MAX = 16 << 20;

/**
 * Reads one source from start to end into storage: the same code for a file and for the body of a request. Memory stays bounded by two
 * batches; a slow database slows the reading. Storing is idempotent, so a source that failed half way is simply sent again.
 */
export async function ingestSource(
  storage: Storage,
  source: SourceToIngest,
  nowUs: number,
): Promise<IngestResult> {
  const batch = new RecordBatch(storage, nowUs);
  const count = new Counts();
  let headerKept = false;
  const normaliser = createNormaliser(
    source.kind === null ? { sha256 } : { sha256, forcedKind: source.kind },
  );
  const take = (record: RawRecord, bytes: Buffer, result: Normalised): void => {
    if (result.rejected) {
      batch.reject(result.rejected, bytes);
      count.rejected(result.rejected);
    } else if (result.events.length > 0) {
      batch.add(record, bytes, result.events);
      count.accepted(result.kind, result.events.length);
    } else if (!headerKept && result.kind !== 'crash') {
      headerKept = true;
      batch.keepHeader(headerId(source.path), bytes);
    }
  };
  const ended = (records: readonly EndedRecord[]): void => {
    for (const { record, result } of records) take(record, Buffer.from(record.text), result);
  };
  const bounds = {
    recordBytesMax: RECORD_BYTES_MAX,
    decompressedBytesMax: source.bytesMax * DECOMPRESSED_FACTOR,
  };
  const read = readStream(source.path, limitedTo(source.chunks, source.bytesMax), bounds, {
    record: (record, bytes) => {
      const result = normaliser.normalise(record);
      ended(result.ended ?? []);
      take(record, bytes, result);
    },
    rejected: (rejected) => {
      batch.reject(rejected, null);
      count.rejected(rejected);
    },
    settled: () => batch.settle(),
    sourceEnd: () => undefined,
  });
  const end = await read.catch((error: unknown) => {
    if (error instanceof BodyTooLargeError) return error;
    throw error;
  });
  ended(normaliser.end());
  await batch.flush();
  const whole = end instanceof BodyTooLargeError ? null : end;
  const summary = summaryOf(source, whole, batch, count);
  await recordSource(storage, summary, nowUs);
  return { summary, problem: problemIn(end) };
}

class Counts {
  records = 0;
  events = 0;
  rejections = 0;
  readonly listed: Rejected[] = [];
  private readonly kinds = new Map<InputKind, number>();

  accepted(kind: InputKind, events: number): void {
    this.records++;
    this.events += events;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
  }

  rejected(rejected: Rejected): void {
    this.records++;
    this.rejections++;
    if (this.listed.length < REJECTED_LISTED_MAX) this.listed.push(rejected);
  }

  /** What most records are; of equals the first by name. */
  kind(): InputKind | null {
    const [most] = [...this.kinds].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return most?.[0] ?? null;
  }
}

function summaryOf(
  source: SourceToIngest,
  read: SourceSummary | null,
  batch: RecordBatch,
  count: Counts,
): IngestSummary {
  return {
    path: source.path,
    kind: count.kind(),
    sha256: read?.sha256 ?? null,
    bytes: read?.bytesStored ?? source.bytesMax,
    complete: read?.state === 'read' || read?.state === 'empty' || read?.state === 'binary',
    records: count.records,
    accepted: batch.accepted,
    duplicate: batch.duplicate,
    rejected: count.rejections,
    rejectedKept: batch.rejectedKept,
    events: count.events,
    rejectedRecords: count.listed.map(({ at, code, reason, excerpt }) => ({
      line: at.line,
      code,
      reason,
      excerpt,
    })),
    rejectedListTruncated: count.rejections > count.listed.length,
  };
}

/** The audit: what came in, when, and what became of it. A source whose bytes could not all be seen has no hash to be known by. */
async function recordSource(storage: Storage, summary: IngestSummary, receivedAtUs: number): Promise<void> {
  const { path, kind, sha256, bytes, complete, records, events, rejected } = summary;
  if (sha256 === null) return;
  await storage.cases.recordSource({
    sha256,
    path,
    kind,
    bytes,
    records,
    events,
    rejected,
    complete,
    receivedAtUs,
  });
}

function problemIn(end: SourceSummary | BodyTooLargeError): IngestResult['problem'] {
  if (end instanceof BodyTooLargeError) return { code: 'FL_REQUEST_TOO_LARGE', detail: end.message };
  switch (end.state) {
    case 'truncated':
      return {
        code: 'FL_SOURCE_TRUNCATED',
        detail: 'The gzip stream is cut off or damaged; the records before that were accepted.',
      };
    case 'bomb':
      return {
        code: 'FL_SOURCE_BOMB',
        detail: `The body grows beyond ${end.bytesRead} bytes; the records before that were accepted.`,
      };
    case 'read':
    case 'empty':
    case 'binary':
    case 'unreadable':
      return null;
  }
}
