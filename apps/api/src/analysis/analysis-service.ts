import { type LogPosition, reaches } from '@faultline/model';
import type { StoredAnalysis } from '@faultline/pipeline';
import type { Logger, Recorders } from '@faultline/platform';
import {
  CorrelationLoop,
  type CorrelatorRunner,
  type Installation,
  type LoopState,
  recordRefresh,
  type Refreshed,
} from '@faultline/runtime';
import { Subject } from 'rxjs';

/** Told to listeners when the answer or its state changes. */
export interface AnalysisChange {
  readonly state: LoopState;
  readonly graphHash: string | null;
  readonly incidents: number;
  /** Events that the answer is about. */
  readonly events: number;
  readonly savedAtUs: number | null;
}

export interface AnalysisOptions {
  /** Renews the answer in this process; null where a correlator runs elsewhere and this process only watches. */
  readonly runner: CorrelatorRunner | null;
  /** The correlator looks for new events by itself this often; null: only this process brings any. */
  readonly pollMs: number | null;
  readonly logger: Logger;
  readonly metrics?: Recorders;
  readonly watchMs?: number;
}

/** How soon an answer that another process has stored is seen. One small query each time. */
const WATCH_MS = 400;

/** Holds the current answer for requests, follows the stored one, and has it renewed where that is this process's work. */
export class AnalysisService {
  readonly changes = new Subject<AnalysisChange>();
  private stored: StoredAnalysis | null = null;
  private state: LoopState = 'idle';
  private closed = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly loop: CorrelationLoop | null;

  constructor(
    private readonly stores: Installation,
    private readonly options: AnalysisOptions,
  ) {
    const { runner, pollMs, logger, metrics } = options;
    const onState = (state: LoopState, refreshed: Refreshed | null) => {
      if (metrics) recordRefresh(metrics, state, refreshed);
      void this.enter(state);
    };
    this.loop = runner && new CorrelationLoop(runner, { onState, logger, pollMs });
  }

  /** The stored answer serves at once. Records that came in after it (the process was killed) have it renewed. */
  async start(): Promise<void> {
    this.stored = await this.stores.cases.latestAnalysis();
    const behind = !reaches(this.stored?.position ?? {}, await this.stores.log.end());
    if (behind || this.options.pollMs !== null) this.request();
    this.watch();
  }

  latest(): StoredAnalysis | null {
    return this.stored;
  }

  change(): AnalysisChange {
    const { stored, state } = this;
    return {
      state,
      graphHash: stored?.analysis.graph.hash ?? null,
      incidents: stored?.analysis.incidents.length ?? 0,
      events: stored?.events ?? 0,
      savedAtUs: stored?.savedAtUs ?? null,
    };
  }

  /** Something came in. Returns at once. */
  request(): void {
    this.loop?.request();
  }

  /** Resolves when the answer covers everything that is in the log now, or when its renewal has failed. */
  async settled(): Promise<void> {
    const end = await this.stores.log.end();
    await this.loop?.settled();
    while (!this.closed && this.state !== 'failed' && !this.isSettled(end)) {
      await new Promise((done) => setTimeout(done, this.options.watchMs ?? WATCH_MS));
      await this.reload();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.changes.complete();
    await this.loop?.close();
  }

  private isSettled(end: LogPosition): boolean {
    const thinks = this.state === 'waiting' || this.state === 'running';
    return !thinks && reaches(this.stored?.position ?? {}, end);
  }

  private watch(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      void this.reload().then(() => this.watch());
    }, this.options.watchMs ?? WATCH_MS);
    this.timer.unref();
  }

  private async enter(state: LoopState): Promise<void> {
    if (state === 'idle') await this.reload();
    if (state === this.state) return;
    this.state = state;
    this.announce();
  }

  /** A database that is away for a moment is the health check's news; the answer of before serves on. */
  private async reload(): Promise<void> {
    try {
      const savedAtUs = await this.stores.cases.savedAtUs();
      if (savedAtUs === (this.stored?.savedAtUs ?? null)) return;
      this.stored = await this.stores.cases.latestAnalysis();
      this.announce();
    } catch (error) {
      if (!this.closed) this.options.logger.warn({ error }, 'AnalysisReloadError');
    }
  }

  private announce(): void {
    if (!this.closed) this.changes.next(this.change());
  }
}
