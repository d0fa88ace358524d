import type { Analysis, Incident, InputKind, InputSummary, LogPosition } from '@faultline/model';

/** One source as it came in: a file, or the body of one request. */
export interface IngestedSource {
  /** SHA-256 of the bytes as received, lower-case hex: the same bytes are the same source, whatever their name. */
  readonly sha256: string;
  readonly path: string;
  readonly kind: InputKind | null;
  readonly bytes: number;
  readonly records: number;
  readonly events: number;
  readonly rejected: number;
  /** False when the source broke off (cut gzip, lost connection): what came before is kept. */
  readonly complete: boolean;
  readonly receivedAtUs: number;
}

export interface StoredAnalysis {
  readonly analysis: Analysis;
  /** Place in the event log up to which this analysis has read. */
  readonly position: LogPosition;
  /** Events that it is about. */
  readonly events: number;
  readonly savedAtUs: number;
}

/**
 * Analyses, their incidents, and the audit of what came in.
 * Exactly one analysis is current: saving replaces it and its incidents in one step, and a reader sees the old or the new one, never a mix.
 */
export interface CaseStore {
  saveAnalysis(stored: StoredAnalysis): Promise<void>;
  latestAnalysis(): Promise<StoredAnalysis | null>;
  /** When the current analysis was saved; null before the first. Cheap: for whoever waits for the next. */
  savedAtUs(): Promise<number | null>;
  /** In the order of the analysis. */
  incidents(): Promise<readonly Incident[]>;
  incident(id: string): Promise<Incident | null>;
  /** Keeps the source. Receiving the same bytes again keeps the first time and path, and counts the delivery. */
  recordSource(source: IngestedSource): Promise<void>;
  source(sha256: string): Promise<IngestedSource | null>;
  /** In order of arrival. */
  sources(): Promise<readonly IngestedSource[]>;
}

export function inputSummaryOf(source: IngestedSource): InputSummary {
  return {
    path: source.path,
    kind: source.kind,
    records: source.records,
    events: source.events,
    rejected: source.rejected,
    sha256: source.sha256,
  };
}
