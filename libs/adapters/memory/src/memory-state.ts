import type { Event } from '@faultline/model';
import type { IngestedSource, RejectedRecord, StoredAnalysis } from '@faultline/pipeline';
import type { MemoryGraph } from './memory-graph.js';

/** Everything an installation holds. A transaction works on a copy and the copy becomes the state when it ends well. */
export interface MemoryState {
  readonly log: Event[];
  /** Of each event's id in the log. */
  readonly offsets: Map<string, number>;
  readonly groups: Map<string, number>;
  readonly raw: Map<string, Uint8Array>;
  readonly rejected: Map<string, { readonly order: number; readonly record: RejectedRecord }>;
  rejectedOrder: number;
  readonly sources: Map<string, IngestedSource>;
  stored: StoredAnalysis | null;
  graph: MemoryGraph | null;
}

export function emptyState(): MemoryState {
  return {
    log: [],
    offsets: new Map(),
    groups: new Map(),
    raw: new Map(),
    rejected: new Map(),
    rejectedOrder: 0,
    sources: new Map(),
    stored: null,
    graph: null,
  };
}

export function copyOf(state: MemoryState): MemoryState {
  return {
    ...state,
    log: [...state.log],
    offsets: new Map(state.offsets),
    groups: new Map(state.groups),
    raw: new Map(state.raw),
    rejected: new Map(state.rejected),
    sources: new Map(state.sources),
  };
}
