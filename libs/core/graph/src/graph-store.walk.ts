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
/** Links tried before a path search gives up and says so: the number of simple paths is exponential. */
const LINKS_TRIED_MAX = 200_000;

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

/**
 * Inside what lies both behind `from` and before `to`, so that a hub outside costs nothing; first the ways of the fewest hops, then longer ones,
 * never further from the end than hops are left: a hub inside costs no more than the ways through it.
 */
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
  const hopsLeft = new Map([...up.labels].map(([id, { hops }]) => [id, hops]));
  const search = searchPaths(next, from, to, { ...query, hopsLeft });
  const ids = [...new Set(search.found.flatMap((links) => [from, ...links.map((link) => link.to)]))];
  const entities = new Map((await reader.entities(ids)).map((entity) => [entity.id, entity]));
  const paths = search.found.map((links): GraphPath => {
    const stops = [from, ...links.map((link) => link.to)];
    return { entities: stops.flatMap((id) => entities.get(id) ?? []), links };
  });
  return { paths, truncated: search.truncated || down.truncated || up.truncated };
}

interface PathSearch extends PathQuery {
  /** To the end of the way, at least. */
  readonly hopsLeft: ReadonlyMap<string, number>;
}

/** Ways of ever more hops, each found depth first along the links in order of time. */
function searchPaths(
  next: ReadonlyMap<string, readonly AggregatedLink[]>,
  from: string,
  to: string,
  query: PathSearch,
): { found: readonly (readonly AggregatedLink[])[]; truncated: boolean } {
  const { hopsLeft, limit, depthMax } = query;
  const asOfUs = query.asOfUs ?? Infinity;
  const found: (readonly AggregatedLink[])[] = [];
  const seen = new Set([from]);
  let tried = 0;
  let longer = false;

  /** False: the search is over. */
  function extend(at: string, atUs: number, links: readonly AggregatedLink[], hops: number): boolean {
    for (const link of next.get(at) ?? []) {
      const left = hops - links.length - 1;
      const needed = hopsLeft.get(link.to) ?? Infinity;
      if (needed > left) {
        longer ||= needed < Infinity;
        continue;
      }
      if (link.firstUs > asOfUs || Math.min(link.lastUs, asOfUs) < atUs || seen.has(link.to)) continue;
      if (++tried > LINKS_TRIED_MAX) return false;
      const way = [...links, link];
      if (link.to === to) {
        // A shorter way was found with fewer hops.
        if (left === 0 && found.push(way) >= limit) return false;
        continue;
      }
      seen.add(link.to);
      const goOn = extend(link.to, Math.max(atUs, link.firstUs), way, hops);
      seen.delete(link.to);
      if (!goOn) return false;
    }
    return true;
  }

  for (let hops = hopsLeft.get(from) ?? 1; hops <= depthMax; hops++) {
    longer = false;
    if (!extend(from, -Infinity, [], hops)) return { found, truncated: true };
    if (!longer) return { found, truncated: false };
  }
  return { found, truncated: true };
}

function byTime(a: AggregatedLink, b: AggregatedLink): number {
  return a.firstUs - b.firstUs || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
