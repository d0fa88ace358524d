import type { Reach, ReachedEntity } from './graph-store.port.js';
import { lastingKinds } from './lasting-kinds.data.js';

/** Entities of one kind that could have been influenced. */
export interface BlastRadiusKind {
  readonly kind: string;
  /** Still there when the activity is over: to be looked at or put right. */
  readonly lasting: boolean;
  readonly count: number;
  /** Fewest links to one of them. */
  readonly hops: number;
  /** The nearest of them, at most `nearestMax`. */
  readonly nearest: readonly ReachedEntity[];
}

export interface BlastRadius {
  readonly count: number;
  /** Lasting kinds first, then the nearest, then the smaller: the first rows are where to begin. */
  readonly kinds: readonly BlastRadiusKind[];
  readonly truncated: boolean;
}

/** How far the harm could have gone from an entity: its reach downstream, by kind. */
export function blastRadius({ entities, truncated }: Reach, nearestMax: number): BlastRadius {
  const byKind = new Map<string, ReachedEntity[]>();
  for (const reached of entities) {
    const group = byKind.get(reached.entity.kind);
    if (group) group.push(reached);
    else byKind.set(reached.entity.kind, [reached]);
  }
  const kinds = [...byKind].map(([kind, group]): BlastRadiusKind => {
    const lasting = lastingKinds.has(kind.replace(/-group$/, ''));
    // A reach is nearest first, and so is each group of it.
    return { kind, lasting, count: group.length, hops: group[0]!.hops, nearest: group.slice(0, nearestMax) };
  });
  return { count: entities.length, kinds: kinds.sort(byUrgency), truncated };
}

function byUrgency(a: BlastRadiusKind, b: BlastRadiusKind): number {
  return (
    Number(b.lasting) - Number(a.lasting) ||
    a.hops - b.hops ||
    a.count - b.count ||
    (a.kind < b.kind ? -1 : 1)
  );
}
