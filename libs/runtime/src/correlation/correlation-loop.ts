import type { Logger } from '@faultline/platform';
import type { CorrelatorRunner, Refreshed } from './answer.js';

export type LoopState = 'idle' | 'waiting' | 'running' | 'standby' | 'failed';

export interface LoopOptions {
  /** Told at every change of state; `refreshed` when a refresh ended well. */
  readonly onState: (state: LoopState, refreshed: Refreshed | null) => void;
  readonly logger: Logger;
  /** Records often come in many requests in a row: one answer for all of them. */
  readonly debounceMs?: number;
  /** Looks for something new by itself this often; null: only when asked. */
  readonly pollMs: number | null;
}

const DEBOUNCE_MS = 300;
/** A server that restarts costs one or two. */
const FAILURES_MAX = 3;
/** After a failure the next try waits twice as long each time, up to this. */
const BACKOFF_MS_MAX = 30_000;

/**
 * Renews the answer when it is asked to, or by itself: one refresh at a time, requests that come meanwhile are one more. A failure is told,
 * logged and tried again; it never ends the loop and never spins.
 */
export class CorrelationLoop {
  private wanted = false;
  private closed = false;
  private failures = 0;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly runner: CorrelatorRunner,
    private readonly options: LoopOptions,
  ) {}

  /** Rejects when several renewals in a row have failed: for readiness. */
  check(): Promise<void> {
    return this.failures < FAILURES_MAX
      ? Promise.resolve()
      : Promise.reject(
          new Error(`${this.failures} renewals of the answer in a row have failed; the log says why`),
        );
  }

  /** Something came in. Returns at once. */
  request(): void {
    if (this.closed || this.wanted) return;
    this.wanted = true;
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.renew());
  }

  /** Resolves when nothing is waiting and nothing runs. */
  async settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.running;
      await seen;
    } while (seen !== this.running);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.runner.close();
    await this.running;
  }

  private async renew(): Promise<void> {
    const { onState, debounceMs = DEBOUNCE_MS } = this.options;
    const quiet = this.options.pollMs !== null;
    if (!quiet) {
      onState('waiting', null);
      await new Promise((done) => setTimeout(done, debounceMs));
    }
    this.wanted = false;
    if (this.closed) return;
    if (!quiet) onState('running', null);
    try {
      const refreshed = await this.runner.refresh();
      this.failures = 0;
      onState(refreshed === null ? 'standby' : 'idle', refreshed);
      if (refreshed?.renewed) this.options.logger.info({ ...refreshed }, 'AnswerRenewed');
      this.again(this.options.pollMs);
    } catch (error) {
      if (this.closed) return;
      this.failures++;
      this.options.logger.error({ error, failures: this.failures }, 'AnswerRenewError');
      onState('failed', null);
      this.again(Math.min(1_000 * 2 ** (this.failures - 1), BACKOFF_MS_MAX));
    }
  }

  private again(afterMs: number | null): void {
    if (afterMs === null || this.closed) return;
    this.timer = setTimeout(() => this.request(), afterMs);
    this.timer.unref();
  }
}
