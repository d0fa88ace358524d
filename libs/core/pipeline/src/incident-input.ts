import type { ImpactCandidate } from '@faultline/detect';
import type { GatheredEvidence } from '@faultline/evidence';
import type { CausalGraph } from '@faultline/graph';
import type { EventIndex } from '@faultline/model';
import type { AnalyseOptions } from './analyse-options.js';
import type { SelectedImpact } from './impact-selector.js';

/** What the stages before have worked out. */
export interface IncidentInput {
  readonly index: EventIndex;
  readonly graph: CausalGraph;
  readonly selected: readonly SelectedImpact[];
  readonly detected: readonly ImpactCandidate[];
  readonly gathered: GatheredEvidence;
  readonly options: Pick<AnalyseOptions, 'sha256' | 'top'>;
}
