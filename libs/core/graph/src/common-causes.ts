import type { Entity } from '@faultline/model';
import type { Reach } from './graph-store.port.js';

/** An entity and what is upstream of it. */
export interface UpstreamOf {
  readonly entity: Entity;
  readonly reach: Reach;
}

export interface CommonCause {
  readonly entity: Entity;
  /** Links to each of the given entities, in their order; 0 to itself. */
  readonly hops: readonly number[];
  /** The latest time at which it could still matter to all of them. */
  readonly boundUs: number;
}

export interface CommonCauses {
  /** The one whose farthest way is shortest first, then the shortest ways together, then by id. */
  readonly causes: readonly CommonCause[];
  /** One of the reaches was cut short, so a cause may be missing. */
  readonly truncated: boolean;
}

/** What could have influenced all of the given entities; one of them counts where it is upstream of all others. */
export function commonCauses(upstreams: readonly UpstreamOf[], limit: number): CommonCauses {
  const [first, ...others] = upstreams.map(labelled);
  const all = [...(first?.values() ?? [])].flatMap((label): CommonCause[] => {
    const labels = [label, ...others.flatMap((each) => each.get(label.entity.id) ?? [])];
    if (labels.length < upstreams.length) return [];
    const boundUs = Math.min(...labels.map((each) => each.boundUs));
    return [{ entity: label.entity, hops: labels.map((each) => each.hops), boundUs }];
  });
  const cut = upstreams.some(({ reach }) => reach.truncated) || all.length > limit;
  return { causes: all.sort(byDistance).slice(0, limit), truncated: cut };
}

interface Label {
  readonly entity: Entity;
  readonly hops: number;
  readonly boundUs: number;
}

/** The entity itself is no hop away, and no time bounds it. */
function labelled({ entity, reach }: UpstreamOf): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>(reach.entities.map((reached) => [reached.entity.id, reached]));
  return labels.set(entity.id, { entity, hops: 0, boundUs: Infinity });
}

function byDistance(a: CommonCause, b: CommonCause): number {
  return (
    Math.max(...a.hops) - Math.max(...b.hops) ||
    sum(a.hops) - sum(b.hops) ||
    (a.entity.id < b.entity.id ? -1 : 1)
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
