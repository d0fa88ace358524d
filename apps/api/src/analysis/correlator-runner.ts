/** Where the correlator runs. */
export interface CorrelatorRunner {
  /** Brings the stored analysis up to date. Never two at once. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}
