import type { RawRecord, Rejected } from '@faultline/model';

/** How reading a source ended. All but `read` say that its content is not, or not all, in the records. */
export type SourceState = 'read' | 'empty' | 'binary' | 'truncated' | 'bomb' | 'unreadable';

export interface SourceSummary {
  readonly path: string;
  readonly state: SourceState;
  readonly gzip: boolean;
  /** Bytes as stored and after decompression. */
  readonly bytesStored: number;
  readonly bytesRead: number;
  /** Records handed over, rejections of the reader not among them. */
  readonly records: number;
  /** Records that the reader itself rejected: too long, binary, the unreadable rest of a source. */
  readonly rejected: number;
  /** Over the bytes as stored, lower-case hex; null when they could not all be read. */
  readonly sha256: string | null;
}

export interface SourceStart {
  readonly path: string;
  /** Bytes as stored; 0 for a pipe. */
  readonly bytes: number;
}

export interface ReadProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly sourcesDone: number;
  readonly sourcesTotal: number;
}

/** All but `settled` are called synchronously and in order; a handler that throws stops the reading. */
export interface ReadHandlers {
  /** `bytes` are the record's own, a view into the chunk that was read: exact where `text` had to replace bad UTF-8. */
  readonly record: (record: RawRecord, bytes: Buffer) => void;
  /** Awaited between chunks: a consumer that is slower than the disk holds the reading back here, so nothing piles up. */
  readonly settled?: () => Promise<void>;
  readonly rejected: (rejected: Rejected) => void;
  readonly sourceStart?: (source: SourceStart) => void;
  readonly sourceEnd: (summary: SourceSummary) => void;
  readonly progress?: (progress: ReadProgress) => void;
}

/** A record whose bytes are not decoded yet. */
export type UndecodedRecord = Omit<RawRecord, 'text'>;

/** A rejection whose text is not masked yet: it goes no further than this library. */
export interface UnmaskedRejection extends Omit<Rejected, 'excerpt'> {
  readonly text: string;
}

/** Handlers as the reading itself calls them. */
export interface SourceHandlers extends Omit<ReadHandlers, 'record' | 'rejected'> {
  readonly record: (record: UndecodedRecord, bytes: Buffer) => void;
  readonly rejected: (rejected: UnmaskedRejection) => void;
}

export interface ReadOptions {
  /** Longest line; a longer one is skipped in bounded memory and rejected. Default 16 MiB. */
  readonly recordBytesMax?: number;
  /** Longest JSON value spread over lines. Default 64 MiB. */
  readonly documentBytesMax?: number;
  /** A gzip that grows beyond both is a bomb. Defaults 200 and 1 GiB. */
  readonly bombRatio?: number;
  readonly bombBytes?: number;
  /** Most bytes one source may decompress to, whatever its ratio. Default none. */
  readonly decompressedBytesMax?: number;
}
