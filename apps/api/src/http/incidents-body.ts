import type { Analysis } from '@faultline/model';
import type { AnalysisChange } from '../analysis/analysis-service.js';

const empty = { incidents: [], inputs: [], unknowns: [], graph: { entities: 0, links: 0, hash: null } };

/** The list of incidents as text. It holds every certificate, so it may have many megabytes: written once for an analysis, not per request. */
export class IncidentsBody {
  private analysis: Analysis | null = null;
  private text = withoutEnd(empty);

  of(analysis: Analysis | null, state: AnalysisChange): string {
    if (analysis !== this.analysis) {
      this.analysis = analysis;
      this.text = withoutEnd(analysis ? listed(analysis) : empty);
    }
    return `${this.text},"analysis":${JSON.stringify(state)}}`;
  }
}

function listed({ incidents, inputs, unknowns, graph }: Analysis) {
  return { incidents, inputs, unknowns, graph };
}

function withoutEnd(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}
