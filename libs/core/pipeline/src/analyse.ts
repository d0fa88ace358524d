import type { CausalGraph } from '@faultline/graph';
import type { Analysis, Event, InputSummary, Sha256 } from '@faultline/model';

/** `--impact KIND:KEY[@TIMEUS]`; `atUs` null: the entity's last incoming link counts. */
export interface ImpactSelector {
  readonly kind: string;
  readonly key: string;
  readonly atUs: number | null;
}

export interface AnalyseOptions {
  readonly sha256: Sha256;
  readonly inputs: readonly InputSummary[];
  readonly impacts: readonly ImpactSelector[];
  /** How many root causes an incident lists. */
  readonly top: number;
  /** Called with a stage's name when it starts; for progress on a terminal. */
  readonly onStage?: (stage: string) => void;
}

export interface AnalyseResult {
  readonly analysis: Analysis;
  readonly graph: CausalGraph;
}

/** Events in any order, duplicates allowed, to the whole answer. Pure: the same set of events gives the same document. */
export function analyse(events: readonly Event[], options: AnalyseOptions): AnalyseResult {
  void events;
  void options;
  throw new Error('under construction');
}
