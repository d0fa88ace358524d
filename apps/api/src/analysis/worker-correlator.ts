import { Worker } from 'node:worker_threads';
import type { CorrelatorRunner } from './correlator-runner.js';

export interface WorkerInput {
  readonly databaseUrl: string;
}
export type WorkerAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Runs the correlator on a thread of its own, so that requests are answered while it thinks. A thread that died is replaced. */
export class WorkerCorrelator implements CorrelatorRunner {
  private worker: Worker | null = null;

  constructor(private readonly input: WorkerInput) {}

  async refresh(): Promise<void> {
    this.worker ??= new Worker(new URL('./correlator.worker.js', import.meta.url), {
      workerData: this.input,
    });
    const answer = await this.ask(this.worker, 'refresh');
    if (!answer.ok) throw new Error(`The analysis failed: ${answer.message}`);
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    this.worker = null;
    // A long analysis is not waited for: it starts again from the stored events.
    await worker.terminate();
  }

  private ask(worker: Worker, message: 'refresh'): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      const onMessage = (answer: WorkerAnswer) => done(() => resolve(answer));
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
      worker.postMessage(message);
    });
  }
}
