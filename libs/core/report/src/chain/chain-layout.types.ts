import type { Basis, Entity } from '@faultline/model';

/** One box of the drawn chain: an entity, or several parallel ones of one kind (`40 × token`). All lengths are in user units of the picture. */
export interface ChainNode {
  /** Unique in the layout. One entity: its id; the later appearance of an impact: id and `~impact`; a group: `group:` and its first id. */
  readonly id: string;
  readonly kind: string;
  /** In time order; more than one makes the box a group. */
  readonly entities: readonly Entity[];
  readonly title: string;
  /** The title cut to fit the box. */
  readonly lines: readonly string[];
  readonly firstUs: number;
  readonly lastUs: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rootRank: number | null;
  readonly impact: boolean;
  readonly cut: 'single' | 'set' | null;
  /** The entity already stands further left; this is what became of it. */
  readonly again: boolean;
}

export interface ChainEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `d` of an SVG path, drawn from cause to effect. */
  readonly path: string;
  readonly linkIds: readonly string[];
  /** The weakest basis among its links. */
  readonly basis: Basis;
  readonly kinds: readonly string[];
  readonly firstUs: number;
  /** Runs against the columns: a later link into something seen before. */
  readonly backward: boolean;
}

/** Elapsed time above a column since the first one, where columns are in time order. */
export interface ChainTick {
  readonly x: number;
  readonly text: string;
}

export interface ChainLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
  readonly ticks: readonly ChainTick[];
  readonly title: string;
  readonly description: string;
  /** How many entities the picture stands for, and whether some share a box. */
  readonly entityCount: number;
  readonly collapsed: boolean;
}
