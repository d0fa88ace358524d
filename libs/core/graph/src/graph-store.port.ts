import type { Basis, Entity, LogPosition } from '@faultline/model';

/**
 * All links of one kind, rule and basis between two entities within one hour, as one. What the aggregation loses is the single times: a
 * walk may pass it at any time between `firstUs` and `lastUs`, so answers of the store may name more than the exact graph would, never less.
 */
export interface AggregatedLink {
  /** Over ends, kind, rule, basis and window: the same aggregate of the next analysis has the same id, whatever was added to it. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly rule: string;
  readonly basis: Basis;
  readonly firstUs: number;
  readonly lastUs: number;
  readonly count: number;
  /** At most 20 event ids, earliest first. */
  readonly events: readonly string[];
}

export interface GraphSnapshot {
  /** Hash of the exact graph that this one was made from. */
  readonly hash: string;
  readonly detail: GraphDetail;
  /** Even the coarsest level was too large: entities and links with the least evidence are missing. */
  readonly truncated: boolean;
  /** No id twice. */
  readonly entities: readonly Entity[];
  /** No id twice; both ends are among the entities. */
  readonly links: readonly AggregatedLink[];
}

/**
 * How coarse a compacted graph is, finest first: every entity by itself, or entities of one sort as one class (`graph-classes.ts`); links
 * joined by the hour, by the day, or whatever their time.
 */
export const graphDetails = [
  'instances-by-hour',
  'instances-by-day',
  'classes-by-hour',
  'classes-by-day',
  'classes',
] as const;
export type GraphDetail = (typeof graphDetails)[number];

/** `upstream`: what could have influenced it; `downstream`: what it could have influenced. */
export type Direction = 'upstream' | 'downstream';

export interface NeighbourQuery {
  readonly direction: Direction;
  /** Event time: only what had happened by then; null: everything. */
  readonly asOfUs: number | null;
  /** Known time: only what the graph said then (`GraphSave.knownAtUs`); null: what it says now. */
  readonly knownAtUs: number | null;
  readonly limit: number;
}

export interface ReachQuery extends NeighbourQuery {
  readonly depthMax: number;
}

export interface ReachedEntity {
  readonly entity: Entity;
  readonly hops: number;
  /** Upstream: the latest time at which it could still matter. Downstream: the earliest time at which it could be reached. */
  readonly boundUs: number;
  /** Id of the link by which the walk came here. */
  readonly via: string;
}

export interface Reach {
  /** Nearest first, then by id; without the start itself. */
  readonly entities: readonly ReachedEntity[];
  readonly links: readonly AggregatedLink[];
  /** A limit cut the answer short. */
  readonly truncated: boolean;
}

export interface PathQuery {
  readonly asOfUs: number | null;
  readonly knownAtUs: number | null;
  readonly limit: number;
  readonly depthMax: number;
}

export interface GraphPath {
  readonly entities: readonly Entity[];
  readonly links: readonly AggregatedLink[];
}

export interface GraphPaths {
  /** Fewest hops first, then earliest arrival, then by link ids. No entity twice in one path. */
  readonly paths: readonly GraphPath[];
  readonly truncated: boolean;
}

/** When and from what a snapshot was made. */
export interface GraphSave {
  /** When the analysis was finished: from now on this is what is known. Later than that of the save before, or the save is refused. */
  readonly knownAtUs: number;
  /** Place in the event log up to which the snapshot has read; stored in the same transaction as the graph. */
  readonly position: LogPosition;
}

/** What a store holds now. */
export interface GraphState extends GraphSave {
  /** Hash of the exact graph. */
  readonly hash: string;
  readonly detail: GraphDetail;
  readonly truncated: boolean;
  readonly entities: number;
  readonly links: number;
}

/** How many rows a save added, brought up to date in place, and closed: what the graph no longer says. */
export interface RowChanges {
  readonly added: number;
  readonly updated: number;
  readonly closed: number;
}
export interface GraphChanges {
  readonly entities: RowChanges;
  readonly links: RowChanges;
}

/**
 * The compacted graph, for questions. The exact one lives in memory while an analysis runs.
 *
 * Every entity and link carries the known time from which, and up to which, it was part of the graph: a question may be asked as of event
 * time, as of known time, or both. The label of an entity and first time, last time, count and events of a link that stay are brought up to
 * date in place. What left the graph longer ago than `HISTORY_US` is forgotten, so a known time before that finds only what never left.
 *
 * Any text may be asked for and kept. A server that cannot hold U+0000 or half of a surrogate pair keeps U+FFFD in its place.
 */
export interface GraphStore {
  /**
   * Makes the snapshot the current graph in one step: a reader sees the old or the new one. Writes the difference only. Idempotent: a save
   * that died half way leaves the old graph, and the next one cleans up. Saves that run at once take turns.
   * Throws FL_GRAPH_STALE when `knownAtUs` is not later than that of the save before, RangeError when the snapshot has an id twice or a link
   * without its ends; nothing is written then.
   */
  save(snapshot: GraphSnapshot, as: GraphSave): Promise<GraphChanges>;
  /** Null before the first save. */
  state(): Promise<GraphState | null>;
  /** As of a known time; absent or null: now. */
  entity(id: string, knownAtUs?: number | null): Promise<Entity | null>;
  entityByRef(kind: string, key: string, knownAtUs?: number | null): Promise<Entity | null>;
  /** Current entities whose kind, key or label contains the text (case does not matter), the shortest keys first. The text is no pattern. */
  findEntities(text: string, limit: number): Promise<readonly Entity[]>;
  /** The links at an entity in that direction, earliest first. Unknown id: none. */
  neighbours(id: string, query: NeighbourQuery): Promise<readonly AggregatedLink[]>;
  /** Everything that a time-respecting walk from the entity finds. */
  reach(id: string, query: ReachQuery): Promise<Reach>;
  /** Time-respecting paths between two entities. */
  paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths>;
}

/** How long what has left the graph can still be asked for: thirty days. */
export const HISTORY_US = 30 * 24 * 3_600_000_000;
