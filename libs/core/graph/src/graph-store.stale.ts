import { FaultlineError } from '@faultline/model';
import type { GraphSave, GraphState } from './graph-store.port.js';

/** Throws FL_GRAPH_STALE when the store already holds a graph of the same known time or of a later one. */
export function refuseStale(state: Pick<GraphState, 'knownAtUs'> | null, { knownAtUs }: GraphSave): void {
  if (state === null || knownAtUs > state.knownAtUs) return;
  throw new FaultlineError(
    'FL_GRAPH_STALE',
    `The stored graph is of known time ${state.knownAtUs} µs, the one to be saved of ${knownAtUs} µs: it must be later. ` +
      'Another process has saved in the meantime, or the clock is behind; the stored graph is kept.',
  );
}
