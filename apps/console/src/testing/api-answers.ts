import type { Analysis } from '@faultline/model';
import { analysisOfIncident } from '@faultline/report';
import { emptyAnalysis, forgedTokens, hostDump } from '@faultline/report/testing';

const { schema: _schema, events: _events, parameters: _parameters, ...empty } = emptyAnalysis();

/** `GET /api/v1/incidents` with nothing found. */
export const emptyListAnswer = empty;

/** `GET /api/v1/incidents` with two incidents. */
export function listAnswer(): Pick<Analysis, 'incidents' | 'inputs' | 'unknowns' | 'graph'> {
  const { inputs, unknowns, graph, incidents } = forgedTokens();
  return { incidents: [...incidents, ...hostDump().incidents], inputs, unknowns, graph };
}

/** `GET /api/v1/incidents/:id` of the only incident of an analysis. */
export function detailAnswer(
  analysis: Analysis,
): Analysis['incidents'][number] & { readonly events: Analysis['events'] } {
  const [incident] = analysis.incidents;
  if (incident === undefined) throw new Error('the sample has no incident');
  return { ...incident, events: analysisOfIncident(analysis, incident.id)?.events ?? {} };
}
