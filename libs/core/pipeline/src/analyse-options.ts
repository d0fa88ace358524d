import type { InputSummary, Sha256 } from '@faultline/model';
import type { ImpactSelector } from './impact-selector.js';

export interface AnalyseOptions {
  readonly sha256: Sha256;
  readonly inputs: readonly InputSummary[];
  /** Empty: the detections find them. */
  readonly impacts: readonly ImpactSelector[];
  /** How many root causes an incident lists. */
  readonly top: number;
  /** Called with a stage's name when it starts; for progress on a terminal. */
  readonly onStage?: (stage: string) => void;
}
