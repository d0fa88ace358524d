import {
  type AggregatedLink,
  changesOf,
  type Direction,
  type GraphChanges,
  graphDifference,
  type GraphPaths,
  type GraphReader,
  type GraphSave,
  type GraphSnapshot,
  type GraphState,
  type GraphStore,
  type NeighbourQuery,
  nothingHeld,
  type PathQuery,
  type Reach,
  type ReachQuery,
  refuseStale,
  walkPaths,
  walkReach,
} from '@faultline/graph';
import type { Entity } from '@faultline/model';
import { knownRows, type MemoryGraph, nextGraph } from './memory-graph.js';
import type { MemorySession } from './memory-session.js';

export class MemoryGraphStore implements GraphStore {
  constructor(private readonly session: MemorySession) {}

  save(snapshot: GraphSnapshot, as: GraphSave): Promise<GraphChanges> {
    return this.session.write((state) => {
      refuseStale(state.graph?.state ?? null, as);
      const difference = graphDifference(state.graph?.held ?? nothingHeld, snapshot, (text) => text);
      state.graph = nextGraph(state.graph, snapshot, as, difference);
      return changesOf(difference);
    });
  }

  state(): Promise<GraphState | null> {
    return this.session.read(({ graph }) => graph?.state ?? null);
  }

  entity(id: string, knownAtUs: number | null = null): Promise<Entity | null> {
    return this.session.read(({ graph }) => knownRows(graph?.entities.get(id), knownAtUs)[0] ?? null);
  }

  entityByRef(kind: string, key: string, knownAtUs: number | null = null): Promise<Entity | null> {
    return this.session.read(({ graph }) => {
      for (const versions of graph?.entities.values() ?? []) {
        if (versions[0]?.row.kind !== kind || versions[0].row.key !== key) continue;
        const [known] = knownRows(versions, knownAtUs);
        if (known) return known;
      }
      return null;
    });
  }

  findEntities(text: string, limit: number): Promise<readonly Entity[]> {
    const wanted = text.toLowerCase();
    const fits = ({ kind, key, label }: Entity) =>
      [kind, key, label].some((part) => part.toLowerCase().includes(wanted));
    return this.session.read(({ graph }) =>
      [...(graph?.entities.values() ?? [])]
        .flatMap((versions) => knownRows(versions, null))
        .filter(fits)
        .sort((a, b) => a.key.length - b.key.length || compareText(a.key, b.key) || compareText(a.id, b.id))
        .slice(0, limit),
    );
  }

  async neighbours(
    id: string,
    { direction, asOfUs, knownAtUs, limit }: NeighbourQuery,
  ): Promise<readonly AggregatedLink[]> {
    const graph = await this.graph();
    return knownRows(side(graph, direction)?.get(id), knownAtUs)
      .filter((link) => asOfUs === null || link.firstUs <= asOfUs)
      .sort((a, b) => a.firstUs - b.firstUs || compareText(a.id, b.id))
      .slice(0, limit);
  }

  async reach(id: string, query: ReachQuery): Promise<Reach> {
    return walkReach(readerOf(await this.graph(), query.knownAtUs), id, query);
  }

  async paths(fromId: string, toId: string, query: PathQuery): Promise<GraphPaths> {
    return walkPaths(readerOf(await this.graph(), query.knownAtUs), fromId, toId, query);
  }

  /** A graph never changes, so a walk over it is not disturbed by a save. */
  private graph(): Promise<MemoryGraph | null> {
    return this.session.read(({ graph }) => graph);
  }
}

function readerOf(graph: MemoryGraph | null, knownAtUs: number | null): GraphReader {
  return {
    linksAt: (ids, direction) =>
      Promise.resolve(ids.flatMap((id) => knownRows(side(graph, direction)?.get(id), knownAtUs))),
    entities: (ids) => Promise.resolve(ids.flatMap((id) => knownRows(graph?.entities.get(id), knownAtUs))),
  };
}

function side(graph: MemoryGraph | null, direction: Direction) {
  return direction === 'upstream' ? graph?.incoming : graph?.outgoing;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
