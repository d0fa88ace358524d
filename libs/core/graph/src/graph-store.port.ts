import type { Basis, Entity } from '@faultline/model';

/**
 * All links of one kind, rule and basis between two entities within one hour, as one. What the aggregation loses is the single times: a
 * walk may pass it at any time between `firstUs` and `lastUs`, so answers of the store may name more than the exact graph would, never less.
 */
export interface AggregatedLink {
  /** Id of the earliest link in it. */
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
  readonly entities: readonly Entity[];
  readonly links: readonly AggregatedLink[];
}

/** `upstream`: what could have influenced it; `downstream`: what it could have influenced. */
export type Direction = 'upstream' | 'downstream';

export interface NeighbourQuery {
  readonly direction: Direction;
  /** Only what had happened by then; null: everything. */
  readonly asOfUs: number | null;
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

/** The compacted graph of the current analysis, for questions. The exact one lives in memory while an analysis runs. */
export interface GraphStore {
  /** Replaces the graph in one step. */
  save(snapshot: GraphSnapshot): Promise<void>;
  /** Hash of the graph held; null before the first. */
  hash(): Promise<string | null>;
  entity(id: string): Promise<Entity | null>;
  entityByRef(kind: string, key: string): Promise<Entity | null>;
  /** Entities whose kind, key or label contains the text (case does not matter), the shortest keys first. The text is no pattern. */
  findEntities(text: string, limit: number): Promise<readonly Entity[]>;
  /** The links at an entity in that direction, earliest first. Unknown id: none. */
  neighbours(id: string, query: NeighbourQuery): Promise<readonly AggregatedLink[]>;
  /** Everything that a time-respecting walk from the entity finds. */
  reach(id: string, query: ReachQuery): Promise<Reach>;
  /** Time-respecting paths between two entities. */
  paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths>;
}
