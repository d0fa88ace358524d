import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { ReadingMessage, ReadingRequest } from './read-onto.js';
import { readBatch, type OnScanned } from './record-batch.js';
import type { ReadHandlers, SourceSummary } from './source-summary.js';

export interface AheadHandlers extends Omit<ReadHandlers, 'record' | 'settled'> {
  readonly record: OnScanned;
}

/** The same path seen from `src` and from `dist`: a thread runs what was built. */
const threadFile = fileURLToPath(new URL('../dist/reading-thread.js', import.meta.url));

/** False only where the sources run unbuilt, as in tests. */
export const canReadAhead = existsSync(threadFile);

/**
 * `readSources` on a thread of its own, which splits, hashes and scans while this one parses. It starts at once and waits when it is some
 * tens of MB ahead. It does not keep the process alive until someone reads.
 */
export class ReadingAhead {
  readonly #thread: Worker;
  readonly #messages: ReadingMessage[] = [];
  #failure: Error | null = null;
  #wake = (): void => undefined;

  constructor(readonly request: ReadingRequest) {
    this.#thread = new Worker(threadFile, { workerData: request, env: SHARE_ENV });
    this.#thread.unref();
    this.#thread.on('message', (message: ReadingMessage) => {
      this.#messages.push(message);
      this.#wake();
    });
    const fail = (error: Error): void => {
      this.#failure ??= error;
      this.#wake();
    };
    this.#thread.on('error', fail);
    this.#thread.on('exit', () => fail(new Error('The reading thread ended early.')));
  }

  /** Ends the thread; for a reading that nobody wants any more. */
  async stop(): Promise<void> {
    this.#thread.removeAllListeners();
    await this.#thread.terminate();
  }

  /** The handlers are called on this thread, in the same order as those of `readSources`. Once only. */
  async read(handlers: AheadHandlers, signal?: AbortSignal): Promise<readonly SourceSummary[]> {
    const wake = (): void => this.#wake();
    this.#thread.ref();
    signal?.addEventListener('abort', wake);
    try {
      // Loads core, which the thread does not wait for.
      const { maskRejections } = await import('./decoding-handlers.js');
      const rejected = maskRejections(handlers.rejected);
      let path = '';
      for (;;) {
        signal?.throwIfAborted();
        const message = this.#messages.shift();
        if (message === undefined) {
          if (this.#failure !== null) throw this.#failure;
          await new Promise<void>((resolve) => (this.#wake = resolve));
          continue;
        }
        switch (message.kind) {
          case 'batch':
            readBatch(message.batch, path, handlers.record);
            this.#thread.postMessage(message.batch.memory, [message.batch.memory]);
            // Signals and timers get their turn.
            await turn();
            break;
          case 'sourceStart':
            path = message.source.path;
            handlers.sourceStart?.(message.source);
            break;
          case 'rejected':
            rejected(message.rejected);
            break;
          case 'sourceEnd':
            handlers.sourceEnd(message.summary);
            break;
          case 'progress':
            handlers.progress?.(message.progress);
            break;
          case 'done':
            return message.summaries;
        }
      }
    } finally {
      signal?.removeEventListener('abort', wake);
      await this.#thread.terminate();
    }
  }
}
