import type { Analysis } from '@faultline/model';
import { analysisOfIncident } from '@faultline/report';
import { emptyAnalysis, forgedTokens, hostDump } from '@faultline/report/testing';

/** `GET /api/v1/incidents` with nothing found. */
export const emptyListAnswer = listOf(emptyAnalysis());

/** `GET /api/v1/incidents` with two incidents. */
export function listAnswer(): ReturnType<typeof listOf> {
  const list = listOf(forgedTokens());
  return { ...list, incidents: [...list.incidents, ...hostDump().incidents] };
}

function listOf({ incidents, inputs, unknowns, graph: { entities, links } }: Analysis) {
  return { incidents, inputs, unknowns, graph: { entities, links }, analysis: { state: 'idle' } };
}

/** `GET /api/v1/incidents/:id` of the only incident of an analysis. */
export function detailAnswer(
  analysis: Analysis,
): Analysis['incidents'][number] & { readonly events: Analysis['events'] } {
  const [incident] = analysis.incidents;
  if (incident === undefined) throw new Error('the sample has no incident');
  return { ...incident, events: analysisOfIncident(analysis, incident.id)?.events ?? {} };
}
