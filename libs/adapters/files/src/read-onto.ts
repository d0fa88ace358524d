import type { MessagePort } from 'node:worker_threads';
import { readAll } from './read-all.js';
import { BatchWriter, type Batch } from './record-batch.js';
import type {
  ReadOptions,
  ReadProgress,
  SourceStart,
  SourceSummary,
  UnmaskedRejection,
} from './source-summary.js';

export interface ReadingRequest {
  readonly paths: readonly string[];
  readonly options: ReadOptions;
  /** Member of a JSON record whose text is not wanted (`markJson`). */
  readonly cutName: string;
}

/** What the reading thread says, in the order in which `readSources` calls its handlers. */
export type ReadingMessage =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'rejected'; readonly rejected: UnmaskedRejection }
  | { readonly kind: 'sourceStart'; readonly source: SourceStart }
  | { readonly kind: 'sourceEnd'; readonly summary: SourceSummary }
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'done'; readonly summaries: readonly SourceSummary[] };

/** Half-full batches are worth sending; smaller ones wait for the next chunk. */
const sendBytes = 512 * 1024;
/** So far this side may be ahead of the other, which may still be loading the rest of the program. */
const batchesMax = 32;

/** Reads and sends batches to `port`, which gives the memory of each batch back. */
export async function readOnto(port: MessagePort, request: ReadingRequest): Promise<void> {
  const free: ArrayBuffer[] = [];
  let batches = 0;
  let wake = (): void => undefined;
  port.on('message', (memory: ArrayBuffer) => {
    free.push(memory);
    batches--;
    wake();
  });
  const say = (message: ReadingMessage): void => port.postMessage(message);
  let writer: BatchWriter | null = null;
  const send = (): void => {
    if (writer === null) return;
    const batch = writer.finish();
    port.postMessage({ kind: 'batch', batch } satisfies ReadingMessage, [batch.memory]);
    batches++;
    writer = null;
  };
  const summaries = await readAll(request.paths, request.options, {
    record: (record, raw) => {
      writer ??= new BatchWriter(request.cutName, free.pop());
      if (writer.add(record, raw)) return;
      send();
      writer = new BatchWriter(request.cutName, free.pop());
      writer.add(record, raw);
    },
    settled: async () => {
      if (writer !== null && writer.textLength >= sendBytes) send();
      while (batches >= batchesMax) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    rejected: (rejected) => {
      send();
      say({ kind: 'rejected', rejected });
    },
    sourceStart: (source) => say({ kind: 'sourceStart', source }),
    sourceEnd: (summary) => {
      send();
      say({ kind: 'sourceEnd', summary });
    },
    progress: (progress) => say({ kind: 'progress', progress }),
  });
  say({ kind: 'done', summaries });
}
