import type { GraphChanges } from '@faultline/graph';

/** What one refresh did, for metrics and logs. */
export interface Refreshed {
  /** Something new was read and the answer was renewed. */
  readonly renewed: boolean;
  /** New events since the refresh before. */
  readonly eventsRead: number;
  /** Events that the answer is about. */
  readonly liveEvents: number;
  readonly leftOut: number;
  readonly incidents: number;
  readonly graphLinks: number;
  /** Of the version graph alone: typed arrays of links and versions. */
  readonly graphBytes: number;
  /** Written to the graph store; null when nothing was saved. */
  readonly rows: GraphChanges | null;
  readonly analysisMs: number;
  readonly saveMs: number;
}

/** Where the correlator runs. */
export interface CorrelatorRunner {
  /** Brings the stored answer up to date. Null: another process leads. Never two at once. */
  refresh(): Promise<Refreshed | null>;
  close(): Promise<void>;
}
