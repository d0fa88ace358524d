import { type AggregatedLink, graphDetails, type GraphState } from '@faultline/graph';
import { type Basis, type Entity, FaultlineError, logPositionSchema } from '@faultline/model';
import { int, type Integer } from 'neo4j-driver';
import { longId, refOf, storedId } from './stored-id.js';

/** A number would be stored as a float: exact, but `1.7E15` to everyone who looks. */
export function integer(value: number): Integer {
  return int(Math.trunc(value));
}

/** Values in the order in which `addEntities` takes them: names in every row would double what is sent. */
export function entityRow({ id, kind, key, label }: Entity, print: string): readonly unknown[] {
  return [storedId(id), longId(id), integer(refOf(kind, key)), kind, key, label, print];
}

/** Values in the order in which `addLinks` takes them, behind the ends. */
export function linkRow(link: AggregatedLink, print: string): readonly unknown[] {
  const { id, kind, rule, basis } = link;
  const { firstUs, lastUs, count, events } = changedLink(link, print);
  return [storedId(id), longId(id), kind, rule, basis, firstUs, lastUs, count, events, print];
}

/** What may change under the id of a link. */
export function changedLink({ firstUs, lastUs, count, events }: AggregatedLink, print: string) {
  // A window only ever grows by rounding: an answer may name more than the exact graph, never less.
  const times = { firstUs: int(Math.floor(firstUs)), lastUs: int(Math.ceil(lastUs)) };
  return { ...times, count: integer(count), events: [...events], print };
}

/** A link as the reading queries name it. */
export type LinkRow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly rule: string;
  readonly basis: Basis;
  readonly firstUs: number;
  readonly lastUs: number;
  readonly count: number;
  readonly events: readonly string[];
};

/** Properties of the state's node. Those of the graph are absent before the first save. */
export interface StateNode {
  readonly turn: number;
  readonly pending?: boolean;
  readonly savedTurn?: number;
  readonly forgottenUs?: number;
  readonly hash?: string;
  readonly detail?: string;
  readonly truncated?: boolean;
  readonly knownAtUs?: number;
  readonly position?: string;
  readonly entities?: number;
  readonly links?: number;
}

/** Null before the first save. */
export function graphState(node: StateNode | undefined): GraphState | null {
  if (node?.hash === undefined) return null;
  const { hash, truncated = false, knownAtUs = 0, position = '{}', entities = 0, links = 0 } = node;
  const detail = graphDetails.find((known) => known === node.detail);
  if (detail === undefined)
    throw new FaultlineError(
      'FL_NEO4J_NEWER_SCHEMA',
      `The stored graph has the level of detail "${node.detail}", which this version does not know. Use the version that saved it.`,
    );
  const read = logPositionSchema.parse(JSON.parse(position));
  return { hash, detail, truncated, knownAtUs, position: read, entities, links };
}
