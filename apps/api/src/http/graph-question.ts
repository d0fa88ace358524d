import { findEntity, type GraphStore, HISTORY_US, type QuestionTimes } from '@faultline/graph';
import type { Entity } from '@faultline/model';
import { notFound, ProblemError } from './problem-error.js';

/** Refuses a known time of which the store has forgotten what has left the graph since: the answer would be silently incomplete. */
export async function questionTimes(
  graph: GraphStore,
  query: { readonly asOf?: number | undefined; readonly knownAt?: number | undefined },
): Promise<QuestionTimes> {
  const { asOf: asOfUs = null, knownAt: knownAtUs = null } = query;
  const state = knownAtUs === null ? null : await graph.state();
  if (knownAtUs === null || state === null || knownAtUs >= state.knownAtUs - HISTORY_US)
    return { asOfUs, knownAtUs };
  const since = new Date((state.knownAtUs - HISTORY_US) / 1_000).toISOString();
  throw new ProblemError(
    'FL_REQUEST_INVALID',
    `knownAt: the graph remembers what it has said for 30 days, back to ${since}. Ask for a later time.`,
  );
}

export async function knownEntity(
  graph: GraphStore,
  reference: string,
  { knownAtUs }: QuestionTimes,
): Promise<Entity> {
  const found = await findEntity(graph, reference, knownAtUs);
  if (found) return found;
  const state = await graph.state();
  if (knownAtUs === null && state?.detail.startsWith('classes'))
    throw notFound(
      `entity ${reference} in the graph, which is so large that it holds most entities as classes (search them with GET /api/v1/graph/entities?q=)`,
    );
  throw notFound(`entity ${reference}${knownAtUs === null ? '' : ' in the graph as it was then'}`);
}
