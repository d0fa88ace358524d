import type { Entity } from '@faultline/model';
import { blastRadius, type BlastRadius } from './blast-radius.js';
import { commonCauses, type CommonCauses, type UpstreamOf } from './common-causes.js';
import type { Direction, GraphPaths, GraphStore, Reach } from './graph-store.port.js';

/*
 * The questions that people ask, the same over HTTP and on the command line. Each answer repeats the entities that it is about, since a
 * question may name them in several ways.
 */

/** No chain of an incident is longer; beyond it an answer says `truncated`. */
const DEPTH_MAX = 32;
/** What a summary of a walk counts at most; beyond it the summary says `truncated`. */
const REACH_MAX = 20_000;

/** The two times of a question; null: everything, now. */
export interface QuestionTimes {
  readonly asOfUs: number | null;
  readonly knownAtUs: number | null;
}

export async function askPaths(
  graph: GraphStore,
  from: Entity,
  to: Entity,
  bounds: QuestionTimes & { readonly limit: number },
): Promise<GraphPaths & { readonly from: Entity; readonly to: Entity }> {
  return { from, to, ...(await graph.paths(from.id, to.id, { ...bounds, depthMax: DEPTH_MAX })) };
}

export async function askDependents(
  graph: GraphStore,
  entity: Entity,
  direction: Direction,
  bounds: QuestionTimes & { readonly limit: number },
): Promise<Reach & { readonly entity: Entity; readonly direction: Direction }> {
  const reach = await graph.reach(entity.id, { ...bounds, direction, depthMax: DEPTH_MAX });
  return { entity, direction, ...reach };
}

export async function askBlastRadius(
  graph: GraphStore,
  entity: Entity,
  { nearestMax, ...times }: QuestionTimes & { readonly nearestMax: number },
): Promise<BlastRadius & { readonly entity: Entity }> {
  const bounds = { ...times, direction: 'downstream', limit: REACH_MAX, depthMax: DEPTH_MAX } as const;
  return { entity, ...blastRadius(await graph.reach(entity.id, bounds), nearestMax) };
}

/** Cost: one walk for each entity, one after the other. */
export async function askCommonCauses(
  graph: GraphStore,
  entities: readonly Entity[],
  { limit, ...times }: QuestionTimes & { readonly limit: number },
): Promise<CommonCauses & { readonly entities: readonly Entity[] }> {
  const bounds = { ...times, direction: 'upstream', limit: REACH_MAX, depthMax: DEPTH_MAX } as const;
  const upstreams: UpstreamOf[] = [];
  for (const entity of entities) upstreams.push({ entity, reach: await graph.reach(entity.id, bounds) });
  return { entities, ...commonCauses(upstreams, limit) };
}
