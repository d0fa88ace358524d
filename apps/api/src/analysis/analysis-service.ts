import type { StoredAnalysis, Storage } from '@faultline/pipeline';
import type { Logger } from '@faultline/platform';
import { Subject } from 'rxjs';
import type { CorrelatorRunner } from './correlator-runner.js';

export type AnalysisState = 'idle' | 'waiting' | 'running' | 'failed';

/** Told to listeners when the answer or its state changes. */
export interface AnalysisChange {
  readonly state: AnalysisState;
  readonly graphHash: string | null;
  readonly incidents: number;
  readonly position: number;
  readonly savedAtUs: number | null;
}

/** Records often come in many requests in a row: one analysis for all of them. */
const DEBOUNCE_MS = 300;

/** Holds the current answer and has it renewed, off the path of requests, when records come in. */
export class AnalysisService {
  readonly changes = new Subject<AnalysisChange>();
  private stored: StoredAnalysis | null = null;
  private current: AnalysisState = 'idle';
  private wanted = false;
  private closed = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly storage: Storage,
    private readonly runner: CorrelatorRunner,
    private readonly logger: Logger,
    private readonly debounceMs = DEBOUNCE_MS,
  ) {}

  /** The stored answer serves at once. Records that came in after it (the process was killed) have it renewed. */
  async start(): Promise<void> {
    this.stored = await this.storage.cases.latestAnalysis();
    const behind = (await this.storage.events.position()) > (this.stored?.position ?? 0);
    if (behind) this.request();
  }

  latest(): StoredAnalysis | null {
    return this.stored;
  }

  change(): AnalysisChange {
    const { stored, current } = this;
    return {
      state: current,
      graphHash: stored?.analysis.graph.hash ?? null,
      incidents: stored?.analysis.incidents.length ?? 0,
      position: stored?.position ?? 0,
      savedAtUs: stored?.savedAtUs ?? null,
    };
  }

  /** Something came in. Returns at once. */
  request(): void {
    if (this.closed || this.wanted) return;
    this.wanted = true;
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
    this.changes.complete();
    await this.runner.close();
    await this.running;
  }

  private async renew(): Promise<void> {
    this.announce('waiting');
    await new Promise((done) => setTimeout(done, this.debounceMs));
    this.wanted = false;
    if (this.closed) return;
    this.announce('running');
    const startedMs = performance.now();
    try {
      await this.runner.refresh();
      this.stored = await this.storage.cases.latestAnalysis();
      this.logger.info({ durationMs: Math.round(performance.now() - startedMs) }, 'AnalysisRenewed');
      this.announce('idle');
    } catch (error) {
      if (this.closed) return;
      this.logger.error({ error }, 'AnalysisRenewError');
      this.announce('failed');
    }
  }

  private announce(state: AnalysisState): void {
    this.current = state;
    if (!this.closed) this.changes.next(this.change());
  }
}
