import { memoryStorage } from '@faultline/adapter-memory';
import {
  askBlastRadius,
  askCommonCauses,
  askDependents,
  askPaths,
  compactGraph,
  findEntity,
  type GraphStore,
  keepOfIncidents,
} from '@faultline/graph';
import { type Entity, FaultlineError, startOfLog } from '@faultline/model';
import { analyzePaths } from '../commands/analyze-paths.js';
import { sha256 } from '../output/sha256.js';
import { type GraphQuestion, timeUs } from './graph-question.js';

/** In memory the graph stays as fine as an analysis of this machine can be; beyond it, it becomes classes as on a server. */
const ROWS_MAX = 2_000_000;
const LIMIT = 50;
const NEAREST = 10;

/** Analyses files and asks the graph of that analysis. Throws FL_NOTHING_READ, FL_NOT_FOUND, FL_USAGE. */
export async function askAnalysis(
  question: GraphQuestion,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<unknown> {
  if (question.knownAt !== null)
    throw new FaultlineError(
      'FL_USAGE',
      '--known-at needs a server: files have no history of what was known',
    );
  const asOfUs = timeUs('--as-of', question.asOf);
  const { analysis, graph, nothing } = await analyzePaths('graph', paths, {}, signal);
  if (nothing) throw new FaultlineError('FL_NOTHING_READ', `nothing could be read in ${paths.join(', ')}`);
  const store = memoryStorage().graph;
  const keep = keepOfIncidents(analysis.incidents);
  await store.save(compactGraph(graph, { sha256, rowsMax: ROWS_MAX, keep }), {
    knownAtUs: 0,
    position: startOfLog,
  });
  return answer(store, question, asOfUs);
}

async function answer(store: GraphStore, question: GraphQuestion, asOfUs: number | null): Promise<unknown> {
  const times = { asOfUs, knownAtUs: null };
  const bounds = { ...times, limit: question.limit ?? LIMIT };
  switch (question.kind) {
    case 'paths':
      return askPaths(store, await named(store, question.from), await named(store, question.to), bounds);
    case 'upstream':
    case 'downstream':
      return askDependents(store, await named(store, question.entity), question.kind, bounds);
    case 'blast-radius': {
      const nearestMax = question.limit ?? NEAREST;
      return askBlastRadius(store, await named(store, question.entity), { ...times, nearestMax });
    }
    case 'common-causes': {
      const entities: Entity[] = [];
      for (const reference of question.entities) entities.push(await named(store, reference));
      return askCommonCauses(store, entities, bounds);
    }
  }
}

async function named(store: GraphStore, reference: string): Promise<Entity> {
  const found = await findEntity(store, reference, null);
  if (found) return found;
  const like = await store.findEntities(reference.slice(reference.indexOf(':') + 1), 3);
  const hint = like.map(({ kind, key }) => `${kind}:${key}`.slice(0, 120)).join(', ');
  throw new FaultlineError(
    'FL_NOT_FOUND',
    `there is no entity ${reference.slice(0, 200)} in the graph${hint === '' ? '' : `; similar: ${hint}`}`,
  );
}
