import { Worker } from 'node:worker_threads';
import { type ErrorCode, FaultlineError } from '@faultline/model';
import type { LogLevel } from '@faultline/platform';
import type { InstallationSettings } from '../stores/settings.js';
import type { CorrelatorRunner, Refreshed } from './answer.js';

export interface ThreadInput {
  readonly settings: InstallationSettings;
  readonly liveEventsMax: number;
  readonly logLevel: LogLevel;
}
export type ThreadQuestion = 'refresh' | 'close';
export type ThreadAnswer =
  | { readonly ok: true; readonly refreshed: Refreshed | null }
  | { readonly ok: false; readonly code: ErrorCode | null; readonly message: string };

/** A thread that is asked to end and does not is ended: what it was doing is done again by the next. */
const CLOSE_MS = 2_000;

/** Runs the correlator on a thread of its own, so that requests are answered while it thinks. A thread that died is replaced. */
export class CorrelatorOnThread implements CorrelatorRunner {
  private worker: Worker | null = null;
  private busy = false;

  constructor(private readonly input: ThreadInput) {}

  async refresh(): Promise<Refreshed | null> {
    const worker = (this.worker ??= this.start());
    this.busy = true;
    try {
      return await this.ask(worker, 'refresh');
    } finally {
      this.busy = false;
    }
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    this.worker = null;
    // A long analysis is not waited for: it starts again from the stored events. An idle thread leaves its servers in good order.
    if (!this.busy) await Promise.race([this.ask(worker, 'close').catch(() => null), after(CLOSE_MS)]);
    await worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./correlator-thread.js', import.meta.url), { workerData: this.input });
    worker.once('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    return worker;
  }

  private ask(worker: Worker, question: ThreadQuestion): Promise<Refreshed | null> {
    return new Promise((resolve, reject) => {
      const onMessage = (answer: ThreadAnswer) =>
        done(() => (answer.ok ? resolve(answer.refreshed) : reject(failureOf(answer))));
      const onError = (error: unknown) => lost(error instanceof Error ? error : new Error(String(error)));
      const onExit = (code: number) => lost(new Error(`The thread of the analysis ended with ${code}.`));
      const lost = (error: Error) => {
        if (this.worker === worker) this.worker = null;
        done(() => reject(error));
      };
      const done = (settle: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        settle();
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows; a thread has no origin
      worker.postMessage(question);
    });
  }
}

function failureOf({ code, message }: { code: ErrorCode | null; message: string }): Error {
  return code === null ? new Error(`The analysis failed: ${message}`) : new FaultlineError(code, message);
}

function after(ms: number): Promise<null> {
  return new Promise((done) => void setTimeout(() => done(null), ms).unref());
}
