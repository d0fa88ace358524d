import {
  type AggregatedLink,
  type Direction,
  type GraphPaths,
  type GraphReader,
  type GraphSnapshot,
  type GraphStore,
  type NeighbourQuery,
  type PathQuery,
  type Reach,
  type ReachQuery,
  walkPaths,
  walkReach,
} from '@faultline/graph';
import type { Entity } from '@faultline/model';
import type { MemorySession } from './memory-session.js';
import type { MemoryGraph } from './memory-state.js';

export class MemoryGraphStore implements GraphStore {
  constructor(private readonly session: MemorySession) {}

  save(snapshot: GraphSnapshot): Promise<void> {
    return this.session.write((state) => {
      state.graph = indexed(snapshot);
    });
  }

  hash(): Promise<string | null> {
    return this.session.read((state) => state.graph?.snapshot.hash ?? null);
  }

  entity(id: string): Promise<Entity | null> {
    return this.session.read((state) => state.graph?.entities.get(id) ?? null);
  }

  entityByRef(kind: string, key: string): Promise<Entity | null> {
    return this.session.read(
      (state) =>
        state.graph?.snapshot.entities.find((entity) => entity.kind === kind && entity.key === key) ?? null,
    );
  }

  findEntities(text: string, limit: number): Promise<readonly Entity[]> {
    const wanted = text.toLowerCase();
    const fits = ({ kind, key, label }: Entity) =>
      [kind, key, label].some((part) => part.toLowerCase().includes(wanted));
    return this.session.read((state) =>
      (state.graph?.snapshot.entities ?? [])
        .filter(fits)
        .sort((a, b) => a.key.length - b.key.length || compareText(a.key, b.key) || compareText(a.id, b.id))
        .slice(0, limit),
    );
  }

  async neighbours(
    id: string,
    { direction, asOfUs, limit }: NeighbourQuery,
  ): Promise<readonly AggregatedLink[]> {
    const links = await this.reader().linksAt([id], direction);
    return links
      .filter((link) => asOfUs === null || link.firstUs <= asOfUs)
      .sort((a, b) => a.firstUs - b.firstUs || compareText(a.id, b.id))
      .slice(0, limit);
  }

  reach(id: string, query: ReachQuery): Promise<Reach> {
    return walkReach(this.reader(), id, query);
  }

  paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths> {
    return walkPaths(this.reader(), fromId, toId, query);
  }

  private reader(): GraphReader {
    const side = (graph: MemoryGraph | null, direction: Direction) =>
      direction === 'upstream' ? graph?.incoming : graph?.outgoing;
    return {
      linksAt: (ids, direction) =>
        this.session.read(({ graph }) => ids.flatMap((id) => side(graph, direction)?.get(id) ?? [])),
      entities: (ids) => this.session.read(({ graph }) => ids.flatMap((id) => graph?.entities.get(id) ?? [])),
    };
  }
}

function indexed(snapshot: GraphSnapshot): MemoryGraph {
  const incoming = new Map<string, AggregatedLink[]>();
  const outgoing = new Map<string, AggregatedLink[]>();
  for (const link of snapshot.links) {
    push(incoming, link.to, link);
    push(outgoing, link.from, link);
  }
  return {
    snapshot,
    entities: new Map(snapshot.entities.map((entity) => [entity.id, entity])),
    incoming,
    outgoing,
  };
}

function push(lists: Map<string, AggregatedLink[]>, key: string, link: AggregatedLink): void {
  const list = lists.get(key);
  if (list) list.push(link);
  else lists.set(key, [link]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
