import type { Entity } from '@faultline/model';
import type {
  AggregatedLink,
  Direction,
  GraphPath,
  GraphPaths,
  PathQuery,
  Reach,
  ReachedEntity,
  ReachQuery,
} from './graph-store.port.js';

/** What an adapter must be able to fetch of the graph as of the known time of the question; the walk itself is the same for all. */
export interface GraphReader {
  /** All links that end (upstream) or start (downstream) at one of the entities. */
  linksAt(ids: readonly string[], direction: Direction): Promise<readonly AggregatedLink[]>;
  entities(ids: readonly string[]): Promise<readonly Entity[]>;
}

interface Label {
  readonly hops: number;
  readonly boundUs: number;
  readonly via: string;
}

/** A walk keeps at most this many entities: the answer is for people, and a hub of a flood would otherwise load the whole graph. */
const REACH_ENTITIES_MAX = 20_000;
/** Partial paths tried before a path search gives up and says so: the number of simple paths is exponential. */
const PARTIAL_PATHS_MAX = 20_000;

/**
 * Latest-departure (upstream) or earliest-arrival (downstream) labels, level by level. Labels only ever improve, so this ends, and an
 * entity is visited again only when a better label lets more through.
 */
export async function walkReach(reader: GraphReader, start: string, query: ReachQuery): Promise<Reach> {
  const { labels, links, truncated } = await label(reader, start, query);
  labels.delete(start);
  const found = new Map((await reader.entities([...labels.keys()])).map((entity) => [entity.id, entity]));
  const reached: ReachedEntity[] = [];
  for (const [id, { hops, boundUs, via }] of labels) {
    const entity = found.get(id);
    if (entity) reached.push({ entity, hops, boundUs, via });
  }
  reached.sort((a, b) => a.hops - b.hops || compareText(a.entity.id, b.entity.id));
  const kept = reached.slice(0, query.limit);
  const ids = new Set([start, ...kept.map(({ entity }) => entity.id)]);
  const keptLinks = [...links.values()].filter((link) => ids.has(link.from) && ids.has(link.to)).sort(byTime);
  return { entities: kept, links: keptLinks, truncated: truncated || kept.length < reached.length };
}

async function label(reader: GraphReader, start: string, query: ReachQuery) {
  const up = query.direction === 'upstream';
  const asOfUs = query.asOfUs ?? Infinity;
  const labels = new Map<string, Label>([[start, { hops: 0, boundUs: up ? asOfUs : -Infinity, via: '' }]]);
  const links = new Map<string, AggregatedLink>();
  let frontier = [start];
  let truncated = false;
  for (let hops = 1; frontier.length > 0; hops++) {
    const found = await reader.linksAt(frontier, query.direction);
    if (hops > query.depthMax) {
      truncated ||= found.some(
        (link) => !labels.has(up ? link.from : link.to) && pass(link, labels, up, asOfUs) !== null,
      );
      break;
    }
    const next = new Set<string>();
    for (const link of [...found].sort(byTime)) {
      const boundUs = pass(link, labels, up, asOfUs);
      if (boundUs === null) continue;
      links.set(link.id, link);
      const reached = up ? link.from : link.to;
      const known = labels.get(reached);
      if (known && (up ? known.boundUs >= boundUs : known.boundUs <= boundUs)) continue;
      if (!known && labels.size >= REACH_ENTITIES_MAX) {
        truncated = true;
        continue;
      }
      labels.set(reached, known ? { ...known, boundUs } : { hops, boundUs, via: link.id });
      next.add(reached);
    }
    frontier = [...next];
  }
  return { labels, links, truncated };
}

/** The bound at the far end of the link, or null where time does not let it pass. */
function pass(
  link: AggregatedLink,
  labels: ReadonlyMap<string, Label>,
  up: boolean,
  asOfUs: number,
): number | null {
  const here = labels.get(up ? link.to : link.from);
  if (!here || link.firstUs > asOfUs) return null;
  if (up) return link.firstUs <= here.boundUs ? Math.min(link.lastUs, here.boundUs) : null;
  const lastUs = Math.min(link.lastUs, asOfUs);
  return lastUs >= here.boundUs ? Math.max(link.firstUs, here.boundUs) : null;
}

interface Partial {
  readonly at: string;
  readonly atUs: number;
  readonly links: readonly AggregatedLink[];
  readonly seen: ReadonlySet<string>;
}

/** Breadth first inside what lies both behind `from` and before `to`, so that a hub outside costs nothing. */
export async function walkPaths(
  reader: GraphReader,
  from: string,
  to: string,
  query: PathQuery,
): Promise<GraphPaths> {
  const reach = { ...query, limit: REACH_ENTITIES_MAX };
  const down = await label(reader, from, { ...reach, direction: 'downstream' });
  if (!down.labels.has(to) || from === to) return { paths: [], truncated: from !== to && down.truncated };
  const up = await label(reader, to, { ...reach, direction: 'upstream' });
  const next = new Map<string, AggregatedLink[]>();
  for (const link of [...down.links.values()].sort(byTime)) {
    if (!down.labels.has(link.from) || !up.labels.has(link.to) || !up.labels.has(link.from)) continue;
    const list = next.get(link.from);
    if (list) list.push(link);
    else next.set(link.from, [link]);
  }
  const search = searchPaths(next, from, to, query);
  const ids = [...new Set(search.found.flatMap((links) => [from, ...links.map((link) => link.to)]))];
  const entities = new Map((await reader.entities(ids)).map((entity) => [entity.id, entity]));
  const paths = search.found.map((links): GraphPath => {
    const stops = [from, ...links.map((link) => link.to)];
    return { entities: stops.flatMap((id) => entities.get(id) ?? []), links };
  });
  return { paths, truncated: search.truncated || down.truncated || up.truncated };
}

function searchPaths(
  next: ReadonlyMap<string, readonly AggregatedLink[]>,
  from: string,
  to: string,
  query: PathQuery,
): { found: readonly (readonly AggregatedLink[])[]; truncated: boolean } {
  const asOfUs = query.asOfUs ?? Infinity;
  const found: (readonly AggregatedLink[])[] = [];
  let level: Partial[] = [{ at: from, atUs: -Infinity, links: [], seen: new Set([from]) }];
  let tried = 0;
  for (let hops = 1; level.length > 0 && hops <= query.depthMax; hops++) {
    const longer: Partial[] = [];
    for (const partial of level) {
      for (const link of next.get(partial.at) ?? []) {
        if (
          Math.min(link.lastUs, asOfUs) < partial.atUs ||
          link.firstUs > asOfUs ||
          partial.seen.has(link.to)
        )
          continue;
        if (++tried > PARTIAL_PATHS_MAX) return { found, truncated: true };
        const links = [...partial.links, link];
        if (link.to === to) {
          found.push(links);
          if (found.length >= query.limit) return { found, truncated: true };
          continue;
        }
        const seen = new Set(partial.seen).add(link.to);
        longer.push({ at: link.to, atUs: Math.max(partial.atUs, link.firstUs), links, seen });
      }
    }
    level = longer.sort((a, b) => a.atUs - b.atUs);
  }
  return { found, truncated: level.length > 0 };
}

function byTime(a: AggregatedLink, b: AggregatedLink): number {
  return a.firstUs - b.firstUs || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
